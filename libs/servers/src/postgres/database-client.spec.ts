import { expect, it } from '@jest/globals';
import { databaseClient } from './database-client.ts';

it('asks for TLS as the services do, and refuses what would not be honoured', async () => {
  const client = await databaseClient('postgresql://x:secret@db.example/warren?sslmode=verify-full');
  expect(client).toMatchObject({ host: 'db.example', ssl: { rejectUnauthorized: true, host: 'db.example' } });
  expect(await databaseClient('postgresql://x@db.example/warren?sslmode=disable')).toMatchObject({
    ssl: false,
  });
  await expect(databaseClient('postgresql://x:secret@db.example/warren?sslmode=prefer')).rejects.toThrow(
    /^DATABASE_URL: its sslmode=prefer falls back/,
  );
});
