import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { migrate, ormOptions } from '../src/database.module.ts';
import { Migration20261122000000_things } from './migrations/Migration20261122000000_things.ts';

const Thing = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: { id: p.integer().primary(), name: p.text() },
});

const [url = '', schema = ''] = process.argv.slice(2);
const migrations = [Migration20261122000000_things];
const orm = await MikroORM.init(ormOptions({ url, schema, entities: [Thing], migrations }));
await migrate(orm, schema);
const em = orm.em.fork();
const things = await em.findAll(Thing);
const done = await em.execute<{ n: number }[]>('select count(*)::int as n from migration');
process.stdout.write(`${things.map(({ name }) => name).join()}; migrations: ${done[0]?.n ?? 0}`);
await orm.close();
