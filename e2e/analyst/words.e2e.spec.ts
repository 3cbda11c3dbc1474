import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Basis } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';
import { patternsOf, replaceMembers } from '../support.ts';
import { idsByExternal } from './adversarial/community.ts';
import { unproven } from './proof.ts';
import { startScriptedSystem } from './scripted-system.ts';
import type { RunOutcome, ScriptedSystem } from './scripted-system.ts';
import { wordsCommunities } from './words/words-communities.ts';
import { fileOf, wordsScript } from './words/words-script.ts';

/** A run, with what it left to the operator. */
type Outcome = RunOutcome & { held: Pattern[] };

describe('what members wrote proves what is said of them', () => {
  let scripted: ScriptedSystem;
  let folder: string;
  let refusals = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-words-'));
    const files = wordsCommunities.map(async (community) =>
      writeFile(join(folder, `${community.name}.ndjson`), fileOf(community)),
    );
    await Promise.all(files);
    const [first] = wordsCommunities;
    scripted = await startScriptedSystem(join(folder, `${first!.name}.ndjson`), {
      COMMUNITY_NAME: 'The Commons',
    });
  }, 120_000);

  afterAll(async () => {
    await scripted.stop();
    await rm(folder, { recursive: true });
  });

  describe.each(wordsCommunities)('in $name', (community) => {
    const { name, honest, hostile } = community;
    let saved: Outcome;
    let tried: Outcome;

    beforeAll(async () => {
      if (community !== wordsCommunities[0]) {
        await replaceMembers(scripted.system, join(folder, `${name}.ndjson`));
      }
      const ids = await idsByExternal(scripted.system);
      const run = async (claims: typeof honest): Promise<Outcome> => {
        const outcome = await scripted.runScript(wordsScript(community, claims, ids));
        return { ...outcome, held: await patternsOf(scripted.system, '?held=true') };
      };
      saved = await run(honest);
      expect(await unproven(scripted.system)).toEqual([]);
      tried = await run(hostile);
      refusals += saved.rejected.length;
    }, 60_000);

    it.each(honest)('is saved: $name', (claim) => {
      const reasons = saved.rejected.filter((each) => each.name === claim.name).map(({ reason }) => reason);
      expect(reasons).toEqual(claim.corrected === undefined ? [] : [expect.any(String)]);
      const pattern = saved.patterns.find((each) => each.name === (claim.corrected?.name ?? claim.name));
      expect(pattern?.evidence.basis).toBe('quotes' in claim ? 'quotes' : claim.basis);
    });

    it.each(hostile)('is not published: $name', (claim) => {
      expect(tried.run.status).toBe('succeeded');
      const refused = tried.rejected.filter((each) => each.name === claim.name);
      const held = tried.held.filter((each) => each.name === claim.name);
      expect(refused.length + held.length).toBe(1);
      expect(tried.patterns.map((each) => each.name)).not.toContain(claim.name);
    });
  });

  it('with few refusals of what is honest', () => {
    const all = wordsCommunities.flatMap(({ honest }) => honest);
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(wordsCommunities.flatMap(({ hostile }) => hostile).length).toBeGreaterThanOrEqual(80);
    expect(refusals / all.length).toBeLessThan(0.2);
    expect(new Set(all.map((claim) => ('quotes' in claim ? 'quotes' : claim.basis)))).toEqual(
      new Set(Basis.options),
    );
  });
});
