import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { runProgram } from './programs.ts';

const once = 'made by the migration; migrations: 1';

describe('migrate', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  const migrateOnce = async (schema: string) => runProgram('migrate-once.ts', [database.url, schema]);

  it('runs each migration once where two processes migrate at once, and not again at the next start', async () => {
    const endings = await Promise.all([migrateOnce('first_service'), migrateOnce('first_service')]);
    endings.push(await migrateOnce('first_service'));
    for (const ending of endings) {
      expect(ending).toEqual({ code: 0, stdout: once, stderr: '' });
    }
  });

  it('keeps the tables of two services in one database apart', async () => {
    const [one, two] = await Promise.all([migrateOnce('service_one'), migrateOnce('service_two')]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(two.stdout).toBe(once);
  });
});
