import { describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { createTestDatabase, startTestNats, testPostgres } from '../src/index.ts';

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // the server ends it when its database is dropped
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('createTestDatabase', () => {
  it('creates a database that no other test sees, on the PostgreSQL of the run', async () => {
    expect(await testPostgres()).toBe(process.env['TEST_POSTGRES_URL']);
    const [one, other] = [await createTestDatabase(), await createTestDatabase()];
    const client = await connected(one.url);
    await client.query('create table note (text text)');
    const stranger = await connected(other.url);
    await expect(stranger.query('select * from note')).rejects.toThrow('does not exist');
    await client.end();
    await stranger.end();
    await one.drop();
    await other.drop();
  });

  it('drops a database with open connections', async () => {
    const database = await createTestDatabase();
    const client = await connected(database.url);
    await database.drop();
    await expect(client.query('select 1')).rejects.toThrow();
    const gone = new URL(await testPostgres());
    gone.pathname = new URL(database.url).pathname;
    await expect(connected(gone.href)).rejects.toThrow('does not exist');
  });
});

describe('startTestNats', () => {
  it('gives each test a server of its own', async () => {
    const [one, other] = await Promise.all([startTestNats(), startTestNats()]);
    expect(one.port).not.toBe(other.port);
    const listener = await connect({ servers: one.url });
    const heard = listener.subscribe('greeting', { max: 1 });
    const speaker = await connect({ servers: one.url });
    speaker.publish('greeting', 'hello');
    for await (const message of heard) {
      expect(message.string()).toBe('hello');
    }
    await listener.close();
    await speaker.close();
    await one.stop();
    await other.stop();
  });
});
