import { expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { MembershipStatus, isAnalysed } from '@warren/contracts';
import { migrate, ormOptions } from '@warren/service';
import { createTestDatabase } from '@warren/testing';
import { MemberRow } from '../src/members/member.entity.ts';
import { migrations } from '../src/migrations/index.ts';

it('leaves out of the analysis in the database who is left out of it elsewhere', async () => {
  const database = await createTestDatabase();
  const schema = 'member_profile';
  const orm = await MikroORM.init(
    ormOptions({ url: database.url, schema, entities: [MemberRow], migrations }),
  );
  try {
    await migrate(orm, schema);
    const [column] = await orm.em.fork().execute<{ expression: string }[]>(
      `select generation_expression as expression from information_schema.columns
        where table_schema = ? and table_name = 'member' and column_name = 'analysed'`,
      [schema],
    );
    const left = Array.from(column?.expression.matchAll(/'(\w+)'/g) ?? [], ([, status]) => status);
    expect(left.toSorted()).toEqual(
      MembershipStatus.options
        .filter((membership_status) => !isAnalysed({ is_public: true, membership_status }))
        .sort(),
    );
  } finally {
    await orm.close();
    await database.drop();
  }
});
