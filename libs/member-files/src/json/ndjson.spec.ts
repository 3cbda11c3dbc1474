import { describe, expect, it } from '@jest/globals';
import { accepted, readAll, rejected } from '../../test/sources.ts';

describe('reading NDJSON', () => {
  it('skips blank lines, rejects bad ones with their number, and keeps the others', async () => {
    const lines = await readAll(
      '\ufeff{"external_id":1}\r\n\n{broken\n[1]\n"text"\n{"email":"é@example.org"}',
      'ndjson',
      3,
    );
    expect(accepted(lines)).toEqual([
      [1, { external_id: 1 }],
      [6, { email: 'é@example.org' }],
    ]);
    expect(rejected(lines)).toEqual([
      [3, expect.stringContaining('not valid JSON')],
      [4, expect.stringContaining('not a JSON object')],
      [5, expect.stringContaining('not a JSON object')],
    ]);
  });

  it('rejects a line longer than 1 MB without keeping it', async () => {
    const lines = await readAll(
      `{"bio":"${'x'.repeat(1_000_001)}"}\n{"external_id":"2"}\n`,
      'ndjson',
      65_536,
    );
    expect(rejected(lines)).toEqual([[1, expect.stringContaining('1 MB')]]);
    expect(accepted(lines)).toEqual([[2, { external_id: '2' }]]);
  });

  it('reads an empty file as no members', async () => {
    expect(await readAll('', 'ndjson')).toEqual([]);
  });
});
