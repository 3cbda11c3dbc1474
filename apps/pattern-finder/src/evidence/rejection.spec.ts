import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { RejectionKind } from '@warren/contracts';

it('is explained in docs/agent.md, each kind once', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/agent.md'), 'utf8');
  const table = /^\| kind +\|.*\n\|[ |-]+\|\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? '';
  const explained = Array.from(table.matchAll(/^\| `(\w+)`/gm), ([, kind]) => kind);
  // Only `other` needs no explanation.
  expect(explained.toSorted()).toEqual(RejectionKind.options.filter((kind) => kind !== 'other').sort());
});
