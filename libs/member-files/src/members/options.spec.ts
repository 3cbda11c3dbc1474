import { expect, it } from '@jest/globals';
import { readFile } from '../../test/members.ts';
import { plainNo, plainYes } from '../cells/yes-no.ts';

/** A file with an option a column, and the skills that it says each member has. */
async function skillsOf(cells: readonly (readonly [string, string])[], mapping = {}): Promise<unknown> {
  const rows = cells.map(([one, other], at) => `m${at};"${one}";"${other}"`);
  const content = ['id;Skills [Welding];Skills [Baking]', ...rows].join('\n');
  const { members, without } = await readFile(content, { mapping });
  return [...members.map(({ skills }) => (skills ?? []).join('+')), ...without];
}

const spoken = [...plainYes.filter((word) => !/^(?:o|si|s|j|y|t|on)$/.test(word))];

it.each(spoken.map((yes, at) => [yes, plainNo[at % plainNo.length] ?? 'no']))(
  'the option of a column is ticked by "%s", and not by "%s"',
  async (yes, no) => {
    const cells: [string, string][] = [
      [yes, no],
      [yes, yes],
      [no, yes],
      [no, yes],
    ];
    expect(await skillsOf(cells)).toEqual(['Welding', 'Welding+Baking', 'Baking', 'Baking']);
  },
);

it('the option of a column is ticked by its own name, or by the one word that the writer has for it', async () => {
  expect(
    await skillsOf([
      ['Welding', ''],
      ['Welding', 'Baking'],
      ['', 'Baking'],
    ]),
  ).toEqual(['Welding', 'Welding+Baking', 'Baking']);
  const mapping = {
    'Skills [Welding]': { role: 'skills', option: 'Welding' },
    'Skills [Baking]': { role: 'skills', option: 'Baking' },
  };
  expect(
    await skillsOf(
      [
        ['kann ich', ''],
        ['kann ich', 'kann ich'],
        ['', 'kann ich'],
      ],
      mapping,
    ),
  ).toEqual(['Welding', 'Welding+Baking', 'Baking']);
});

it('what is no tick is told, and nothing else of the row lost', async () => {
  const mapping = {
    'Skills [Welding]': { role: 'skills', option: 'Welding' },
    'Skills [Baking]': { role: 'skills', option: 'Baking' },
  };
  expect(
    await skillsOf(
      [
        ['yes', 'no'],
        ['perhaps', 'yes'],
        ['no', 'yes'],
      ],
      mapping,
    ),
  ).toEqual([
    'Welding',
    'Baking',
    'Baking',
    '3 skills "perhaps" is no tick: write yes or no, 1 or 0, or leave it empty',
  ]);
});
