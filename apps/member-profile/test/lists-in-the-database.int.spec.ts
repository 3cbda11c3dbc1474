import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { MemberField, MembershipStatus, isAnalysed, memberFieldsOf } from '@warren/contracts';
import { migrate, ormOptions } from '@warren/service';
import { createTestDatabase, databaseUrlOf } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { MemberRow } from '../src/members/member.entity.ts';
import { migrations } from '../src/migrations/index.ts';

const schema = 'member_profile';

describe('the migrated schema', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  const select = async <Row>(sql: string): Promise<Row[]> => orm.em.fork().execute<Row[]>(sql, [schema]);

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(
      ormOptions({
        url: databaseUrlOf(database.url, 'member-profile'),
        schema,
        entities: [MemberRow],
        migrations,
      }),
    );
    await migrate(orm, schema);
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  it('excludes the same statuses from analysis as the contracts', async () => {
    const [column] = await select<{ expression: string }>(
      `select generation_expression as expression from information_schema.columns
        where table_schema = ? and table_name = 'member' and column_name = 'analysed'`,
    );
    const left = Array.from(column?.expression.matchAll(/'(\w+)'/g) ?? [], ([, status]) => status);
    expect(left.toSorted()).toEqual(
      MembershipStatus.options
        .filter((membership_status) => !isAnalysed({ is_public: true, membership_status }))
        .sort(),
    );
  });

  it('has a column for every profile field', async () => {
    const columns = await select<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = ? and table_name = 'member'`,
    );
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(MemberField.options));
  });

  it('counts every field whose completion is reported', async () => {
    const counted = await select<{ field: string }>(`select field from member_field where ? <> ''`);
    expect(counted.map(({ field }) => field).sort()).toEqual(
      memberFieldsOf('text', 'list', 'answers').sort(),
    );
  });
});
