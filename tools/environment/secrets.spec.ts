import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { readSecretFiles, secretOfFile } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'warren-secrets-'));
const file = join(folder, 'key');

afterAll(() => rmSync(folder, { recursive: true }));

it('reads secrets into the environment, so that services need no file', () => {
  writeFileSync(file, 'the key\n');
  const env: NodeJS.ProcessEnv = { ANTHROPIC_API_KEY_FILE: file, HOST: 'x' };
  readSecretFiles(env);
  expect(env).toEqual({ ANTHROPIC_API_KEY: 'the key', HOST: 'x' });
  expect(() => readSecretFiles({ DATABASE_URL_FILE: join(folder, 'missing') })).toThrow(
    /DATABASE_URL_FILE: .*missing cannot be read/,
  );
});

it('knows which variables name a file with a secret', () => {
  expect([secretOfFile('DATABASE_URL_FILE'), secretOfFile('VOCABULARY_FILE')]).toEqual([
    'DATABASE_URL',
    undefined,
  ]);
});
