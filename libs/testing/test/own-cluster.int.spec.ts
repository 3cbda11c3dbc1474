import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, testPostgres } from '../src/index.ts';

const shared = process.env['TEST_POSTGRES_URL'];

beforeAll(() => {
  delete process.env['TEST_POSTGRES_URL'];
});

afterAll(() => {
  process.env['TEST_POSTGRES_URL'] = shared;
});

it('starts one cluster for the process where TEST_POSTGRES_URL names none', async () => {
  const databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const own = new URL(await testPostgres());
  expect(own.href).not.toBe(shared);
  for (const { url } of databases) {
    expect(new URL(url).host).toBe(own.host);
  }
});
