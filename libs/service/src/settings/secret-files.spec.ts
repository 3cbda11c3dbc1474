import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { withSecretFiles } from './secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'warren-secrets-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret in a file', () => {
  it('counts as its variable, without the line end of an editor', () => {
    const url = file('url', 'postgresql://x:y@db/warren\r\n');
    const key = file('key', ' spaces are kept ');
    expect(
      withSecretFiles({
        DATABASE_URL_FILE: url,
        ANTHROPIC_API_KEY_FILE: key,
        OIDC_CLIENT_SECRET_FILE: key,
        LOGIN_TOKEN_FILE: key,
        HOST: 'x',
        OVEN_FILE: 'y',
      }),
    ).toEqual({
      env: {
        DATABASE_URL: 'postgresql://x:y@db/warren',
        ANTHROPIC_API_KEY: ' spaces are kept ',
        OIDC_CLIENT_SECRET: ' spaces are kept ',
        LOGIN_TOKEN: ' spaces are kept ',
        HOST: 'x',
        OVEN_FILE: 'y',
      },
      problems: [],
    });
  });

  it('counts as absent where the file is empty, or the variable that names it is', () => {
    const empty = file('empty', '\n');
    expect(withSecretFiles({ ANTHROPIC_API_KEY_FILE: empty, DATABASE_URL_FILE: '' })).toEqual({
      env: {},
      problems: [],
    });
    expect(withSecretFiles({ ANTHROPIC_API_KEY_FILE: '/dev/null', ANTHROPIC_API_KEY: 'k' })).toEqual({
      env: { ANTHROPIC_API_KEY: 'k' },
      problems: [],
    });
  });

  it('is rejected where the file cannot be read, or the secret is given twice, and is not quoted', () => {
    const missing = join(folder, 'missing');
    const both = withSecretFiles({
      DATABASE_URL_FILE: missing,
      ANTHROPIC_API_KEY_FILE: file('twice', 'one'),
      ANTHROPIC_API_KEY: 'other',
    });
    expect(both.problems).toEqual([
      `DATABASE_URL_FILE: ${missing} cannot be read`,
      'ANTHROPIC_API_KEY_FILE: ANTHROPIC_API_KEY is set too; set one of them',
    ]);
  });
});
