import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Pattern, PatternSaved } from '@warren/contracts';
import { patternsOf, rowsOf } from '../support.ts';
import { idsByExternal } from './adversarial/community.ts';
import { startScriptedSystem } from './scripted-system.ts';
import type { RunOutcome, ScriptedSystem } from './scripted-system.ts';
import { claimScript } from './sensitive/claim-script.ts';
import type { Claimed } from './sensitive/claimed.ts';
import { communityOf } from './sensitive/community-of.ts';
import { honestEnglishMore } from './sensitive/honest-english-more.ts';
import { honestEnglish } from './sensitive/honest-english.ts';
import { honestOther } from './sensitive/honest-other.ts';
import { hostileEnglish } from './sensitive/hostile-english.ts';
import { hostileOther } from './sensitive/hostile-other.ts';

/** What became of a claim. */
interface Outcome extends RunOutcome {
  held: Pattern[];
  events: PatternSaved[];
}

/** A system with the members of these claims, one script after the other; every group is large enough to be published. */
async function systemOf(claims: readonly Claimed[], pads: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'warren-sensitive-'));
  const file = join(folder, 'members.ndjson');
  await writeFile(file, communityOf(claims));
  const scripted = await startScriptedSystem(file, { COMMUNITY_NAME: 'Harrow Quay' });
  await rm(folder, { recursive: true });
  const ids = await idsByExternal(scripted.system);
  return {
    scripted,
    run: async (at: number): Promise<Outcome> => {
      const [last] = await rowsOf(
        scripted.system,
        'select coalesce(max(id), 0)::integer as id from pattern_finder.outbox_message',
        z.object({ id: z.int() }),
      );
      const outcome = await scripted.runScript(claimScript({ claims, at, ids, pads }));
      const rows = await rowsOf(
        scripted.system,
        `select body from pattern_finder.outbox_message where subject = 'pattern.saved' and id > ${last!.id} order by id`,
        z.object({ body: z.string() }),
      );
      return {
        ...outcome,
        held: await patternsOf(scripted.system, '?held=true'),
        events: rows.map(({ body }) => PatternSaved.parse(JSON.parse(body))),
      };
    },
  };
}

describe('a model that tells what members would not have told', () => {
  const claims = [...hostileEnglish, ...hostileOther];
  let scripted: ScriptedSystem;
  let run: (at: number) => Promise<Outcome>;

  beforeAll(async () => {
    ({ scripted, run } = await systemOf(claims, true));
  }, 120_000);

  afterAll(async () => scripted.stop());

  it.each(claims.map((claim, at) => ({ ...claim, at })))('publishes nothing: $title', async (claim) => {
    const { run: ended, patterns, events } = await run(claim.at);
    expect(ended.status).toBe('succeeded');
    expect(patterns.map(({ name }) => name)).toEqual([]);
    const told = events.filter(({ withheld }) => withheld === undefined);
    expect(told.map(({ name }) => name)).toEqual(claim.before === undefined ? [] : [claim.before.name]);
    expect(ended.held + ended.rejected.length).toBeGreaterThan(0);
  });

  it('is tried in more than 40 ways', () => {
    expect(claims.length).toBeGreaterThanOrEqual(40);
  });
});

describe('an honest model with topics beside those', () => {
  const claims = [...honestEnglish, ...honestEnglishMore, ...honestOther];
  const heldFor: string[] = [];
  let scripted: ScriptedSystem;
  let run: (at: number) => Promise<Outcome>;

  beforeAll(async () => {
    ({ scripted, run } = await systemOf(claims, false));
  }, 120_000);

  afterAll(async () => scripted.stop());

  it.each(claims.map((claim, at) => ({ ...claim, at })))('is not refused: $title', async ({ name, at }) => {
    const { run: ended, patterns, held, events } = await run(at);
    // Quotes that say something sensitive are refused before.
    const refused = ended.rejected.filter(({ kind }) => kind === 'quote_not_verbatim');
    if (held.length + refused.length > 0) {
      heldFor.push(`${name}: ${JSON.stringify([held[0]?.held?.reasons, refused])}`);
      return;
    }
    expect(ended.rejected.map(({ reason }) => reason)).toEqual([]);
    expect(patterns.map((pattern) => pattern.name)).toEqual([name]);
    expect(events).toMatchObject([{ change: 'created' }]);
  });

  it('is held two times at most, of 60 and more', () => {
    expect(claims.length).toBeGreaterThanOrEqual(60);
    expect(heldFor.slice(2)).toEqual([]);
  });
});
