import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Basis, PatternCategory } from '@warren/contracts';
import { replaceMembers } from '../support.ts';
import { sharedSystems } from './honest/communities.ts';
import { findAuthorsOf } from './honest/readers.ts';
import { runScenario } from './honest/scenario-runner.ts';
import type { AuthorsOf } from './honest/scenario-runner.ts';
import type { HonestSave, Words } from './honest/script.ts';
import { unproven } from './proof.ts';
import { startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

/** Checks whether the gate is expected to reject its first version. */
function isCorrected({ words }: HonestSave): boolean {
  return words.corrected !== undefined;
}

/** The text that is saved in the end. */
function savedText({ words }: HonestSave): Words {
  return { ...words, ...words.corrected };
}

/** Matches a description as shown: the text of the script with a number in every placeholder. */
function shownDescription(save: HonestSave): RegExp {
  const parts = savedText(save).description.split(/\{\w+\}/);
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const end = save.basis === 'shared' ? ' Chance may explain this\\.' : '';
  return new RegExp(`^${escaped.join('(?:[\\d.]+(?: %)?|almost none)')}${end}$`, 'u');
}

describe.each(sharedSystems)('an honest analyst of $name', ({ name, communities, missing }) => {
  if (missing !== undefined) {
    it.skip(`is not run: ${missing}`, () => undefined);
    return;
  }
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    scripted = await startScriptedSystem(await communities[0]!.file(), { COMMUNITY_NAME: name });
  }, 120_000);

  afterAll(() => scripted.stop());

  describe.each(communities)('in $name', (community) => {
    let authorsOf: AuthorsOf;

    beforeAll(async () => {
      if (community !== communities[0]) {
        await replaceMembers(scripted.system, await community.file());
      }
      authorsOf = await findAuthorsOf(scripted.system);
    });

    it.each(community.runs)('$title', async (honest) => {
      const { run, patterns, rejected } = await runScenario(scripted, honest, authorsOf);
      expect(rejected.map(({ name, reason }) => `${name}: ${reason}`)).toEqual(
        honest.saves.filter(isCorrected).map(({ words }) => expect.stringContaining(`${words.name}: `)),
      );
      expect([run.status, run.reason]).toEqual(['succeeded', null]);
      expect(run.response_text).not.toBe('');
      expect(patterns).toHaveLength(honest.saves.length);
      for (const save of honest.saves) {
        const { name: called, question_prompts } = savedText(save);
        const pattern = patterns.find((each) => each.name === called);
        expect(pattern).toMatchObject({ category: save.category, evidence: { basis: save.basis } });
        expect(pattern?.description).toMatch(shownDescription(save));
        expect(pattern?.question_prompts).toEqual(question_prompts);
      }
      expect(await unproven(scripted.system)).toEqual([]);
    });
  });
});

describe('the honest scripts', () => {
  const runs = sharedSystems.flatMap(({ communities }) => communities.flatMap((community) => community.runs));
  const saves = runs.flatMap((run) => run.saves);

  it('are numerous, and few of their saves are rejected', () => {
    expect(runs.length).toBeGreaterThanOrEqual(55);
    expect(Math.max(...runs.map((run) => run.saves.filter(isCorrected).length))).toBeLessThanOrEqual(2);
    expect(saves.filter(isCorrected).length / saves.length).toBeLessThan(0.15);
  });

  it('cover every basis and every category', () => {
    expect(new Set(saves.map(({ basis }) => basis))).toEqual(new Set(Basis.options));
    expect(new Set(saves.map(({ category }) => category))).toEqual(new Set(PatternCategory.options));
  });
});
