import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { madeColumn, optionKinds, randomFrom } from '@warren/member-files/test/made-columns';
import { minedOf } from './mine-command.ts';
import { mineFolder } from './mine-files.ts';
import type { MineFolder } from './mine-files.ts';

/** Writes members who tick the options of two questions at random, as a form exports them. */
function community(seed: number): { csv: string; options: Set<string> } {
  const random = randomFrom(seed);
  const members = Math.round(60 * 10 ** random());
  const kind = (at: number): string => optionKinds[(seed + at) % optionKinds.length] ?? '';
  const skills = madeColumn(kind(0), members, random);
  const interests = madeColumn(kind(1), members, random);
  const quoted = (text: string | undefined): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  const rows = skills.cells.map((cell, at) => `m${at},${quoted(cell)},${quoted(interests.cells[at])}`);
  return {
    csv: ['Member ID,Which skills do you have?,What are your interests?', ...rows].join('\n'),
    options: new Set([...skills.options, ...interests.options].map((label) => label.toLowerCase())),
  };
}

describe('mine, where the options of a form hold commas', () => {
  let folder: MineFolder;
  beforeAll(async () => {
    folder = await mineFolder();
  });
  afterAll(async () => folder.remove());

  it('claims no pattern beyond chance that is made of pieces of options', async () => {
    const claimed: string[] = [];
    for (let seed = 1; seed <= 2 * optionKinds.length; seed += 1) {
      const { csv, options } = community(seed);
      const path = join(folder.path, `members-${seed}.csv`);
      await writeFile(path, csv);
      const { candidates, facets } = await minedOf(path);
      expect(facets).toBeGreaterThan(5);
      for (const candidate of candidates.filter(({ basis }) => basis === 'beyond_chance')) {
        const pieces = candidate.facets.filter(({ label }) => !options.has(label.toLowerCase()));
        claimed.push(...pieces.map(({ label }) => `community ${seed}: ${label}`));
      }
    }
    expect(claimed).toEqual([]);
  });
});
