import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { variablesOf } from '../../environment/configs.ts';
import type { Config } from '../../environment/configs.ts';
import { composeOnlyOf, composeProblems, quietLogProblems } from './compose.ts';
import { operationsProblems, readmeProblems } from './documents.ts';
import { exampleProblems } from './example.ts';

const shared = {
  NATS_URL: z.string().default('nats://127.0.0.1:4222'),
  HOST: z.string().default('127.0.0.1'),
};
const configs = new Map<string, Config>([
  ['baker', z.object({ ...shared, DATABASE_URL: z.url(), OVEN_S: z.coerce.number().max(600).default(80) })],
  [
    'door',
    z.object({
      ...shared,
      PORT: z.coerce.number().default(8000),
      KEY: z.string().optional(),
      HALL_DIR: z.string().optional(),
    }),
  ],
]);
const known = variablesOf(configs);

const compose = `
x-stores: &stores
  NATS_URL: nats://nats:4222
services:
  postgres:
    image: postgres
    environment: { POSTGRES_PASSWORD: '\${DB_PASSWORD:-secret}' }
  baker:
    command: ['node', 'apps/baker/dist/service/main.js']
    environment:
      <<: *stores
      DATABASE_URL: postgresql://x:\${DB_PASSWORD:-secret}@postgres/x
      OVEN_S: \${OVEN_S:-}
  door:
    command: ['node', 'apps/door/dist/service/main.js']
    environment:
      <<: *stores
      KEY: \${KEY:-}
      HALL_DIR: /hall
    ports: ['\${PORT:-8000}:8000']
`;
const dockerfile = 'ENV HOST=0.0.0.0 PORT=8000\n';
const composeOnly = composeOnlyOf(compose, configs);

const example = `# Text.
# NATS_URL=nats://127.0.0.1:4222
# HOST=127.0.0.1
# DATABASE_URL=postgresql://x
# OVEN_S=80
# PORT=8000
# KEY=
# HALL_DIR=
# DB_PASSWORD=secret
`;
const table = `
| variable       | default                 | meaning       | read by     |
| -------------- | ----------------------- | ------------- | ----------- |
| \`NATS_URL\`     | \`nats://127.0.0.1:4222\` | a \\| b        | all         |
| \`HOST\`         | \`127.0.0.1\`             |               | baker, door |
| \`DATABASE_URL\` | required                |               | all but the door |
| \`OVEN_S\`       | \`80\` (seconds)          |               | baker       |
| \`PORT\`         | \`8000\`                  |               | door        |
| \`KEY\`          |                         |               | door        |
| \`HALL_DIR\`     |                         |               | door        |

\`docker compose\` reads \`DB_PASSWORD\`.
`;

const without = (text: string, line: string): string => {
  expect(text).toContain(line);
  return text.replace(line, '');
};
const instead = (text: string, one: string, other: string): string => {
  expect(text).toContain(one);
  return text.replace(one, other);
};

it('accepts lists that agree with the schemas', () => {
  expect([...composeOnly]).toEqual(['DB_PASSWORD']);
  expect(exampleProblems(example, known, composeOnly)).toEqual([]);
  expect(operationsProblems(table, configs, composeOnly)).toEqual([]);
  expect(composeProblems(compose, dockerfile, configs)).toEqual([]);
});

describe('names the place', () => {
  it.each([
    ['a variable left out', without(example, '# OVEN_S=80\n'), [/\.env\.example lacks OVEN_S, which baker/]],
    [
      'another default',
      instead(example, 'OVEN_S=80', 'OVEN_S=90'),
      [/OVEN_S=90 is not the default of baker/],
    ],
    ['one without a value', instead(example, 'KEY=', 'KEY=abc'), [/KEY=abc is not the default of door/]],
    ['one that nobody reads', `${example}# OVEN_MS=1\n`, [/names OVEN_MS, which neither/]],
    [
      'one of compose',
      without(example, '# DB_PASSWORD=secret\n'),
      [/lacks DB_PASSWORD, which docker-compose/],
    ],
  ])('in .env.example: %s', (_what, text, expected) => {
    expect(exampleProblems(text, known, composeOnly)).toEqual(
      expected.map((each) => expect.stringMatching(each)),
    );
  });

  it.each([
    ['a row left out', table.replace(/^\| `OVEN_S.*\n/m, ''), [/lacks a row for OVEN_S, read by baker/]],
    [
      'another default',
      instead(table, '`80`', '`8`'),
      [/OVEN_S: "`8` \(seconds\)" is not the default of baker/],
    ],
    ['a default that is none', instead(table, 'required', '`x`'), [/DATABASE_URL: "`x`" is not/]],
    [
      'another reader',
      instead(table, '| baker       |', '| door |'),
      [/OVEN_S: is read by baker, the table names "door"/],
    ],
    ['too many readers', instead(table, 'all but the door', 'all'), [/DATABASE_URL: is read by baker, the/]],
    ['a row too many', `${table}| \`OVEN_MS\` | \`1\` | | door |\n`, [/has a row for OVEN_MS, which no/]],
    ['one of compose', without(table, '`DB_PASSWORD`'), [/does not name DB_PASSWORD/]],
  ])('in docs/operations.md: %s', (_what, text, expected) => {
    expect(operationsProblems(text, configs, composeOnly)).toEqual(
      expected.map((each) => expect.stringMatching(each)),
    );
  });

  it('in README.md, whose table is a choice', () => {
    const choice = '| `KEY`, `OVEN_MS` | none | |\n';
    expect(readmeProblems(choice, known)).toEqual([expect.stringMatching(/README\.md.*OVEN_MS/)]);
  });

  it.each([
    [
      'a variable that is not passed on',
      without(compose, '      OVEN_S: ${OVEN_S:-}\n'),
      [/service baker: does not pass on OVEN_S, which baker reads: add "OVEN_S: \$\{OVEN_S:-\}"/],
    ],
    ['one passed on by another name', instead(compose, '${OVEN_S:-}', '${OVEN:-}'), [/baker: sets OVEN_S/]],
    ['a fixed value', instead(compose, '${OVEN_S:-}', '20'), [/baker: sets OVEN_S: 20/]],
    ['a default that is rejected', instead(compose, '${OVEN_S:-}', '${OVEN_S:-900}'), [/baker: sets OVEN_S/]],
    [
      'one that is not read',
      instead(compose, 'KEY: ${KEY:-}', 'KEY: ${KEY:-}\n      OVEN_S: ${OVEN_S:-}'),
      [/service door: passes on OVEN_S, which door does not read/],
    ],
    [
      'where the database is',
      without(compose, '      DATABASE_URL: postgresql://x:${DB_PASSWORD:-secret}@postgres/x\n'),
      [/service baker: does not pass on DATABASE_URL/],
    ],
    [
      'a folder of the machine outside, by which rows would be kept beside the volume',
      instead(compose, 'HALL_DIR: /hall', 'HALL_DIR: ${HALL_DIR:-/hall}'),
      [/service door: must set HALL_DIR itself/],
    ],
    ['a folder that is not set', without(compose, '      HALL_DIR: /hall\n'), [/must set HALL_DIR itself/]],
    [
      'an app that nothing runs',
      instead(compose, 'apps/door', 'apps/window'),
      [/service door: runs apps\/window/, /no service runs apps\/door/],
    ],
  ])('in docker-compose.yml: %s', (_what, text, expected) => {
    expect(composeProblems(text, dockerfile, configs)).toEqual(
      expected.map((each) => expect.stringMatching(each)),
    );
  });

  it('in docker-compose.yml: a setting that keeps rows out of the log of PostgreSQL', () => {
    const quiet = { log_statement: 'none', log_duration: 'off' };
    const changed = instead(
      compose,
      'image: postgres',
      "image: postgres\n    command: ['-clog_duration=off']",
    );
    expect(quietLogProblems(changed, quiet)).toEqual([expect.stringMatching(/lacks -clog_statement=none/)]);
  });

  it('in the Dockerfile, where the image no longer sets it', () => {
    expect(composeProblems(compose, 'ENV PORT=8000\n', configs)).toEqual([
      expect.stringMatching(/service baker: does not pass on HOST/),
      expect.stringMatching(/service door: does not pass on HOST/),
    ]);
  });
});
