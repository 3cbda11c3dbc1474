import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { IntroductionPage, IntroductionProposed } from '@warren/contracts';
import type { ServerProcess } from '@warren/servers';
import { byTurn, reading } from '@warren/testing';
import type { ScriptedRequest, ToolUse } from '@warren/testing';
import { rowsOf } from '../support.ts';
import { accept, ended, runOf } from './runs.ts';
import { profilesIn, resultOf, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

const needs = 'My floor loom broke in autumn and I need a patient hand to mend it.';
const gives = 'Repairing wooden things for neighbours is what I like most in winter.';
const others = ['We row on Sundays.', 'The choir meets late.', 'I keep bees behind the mill.'];
const why = 'One has a loom that broke, and the other likes to repair what is made of wood.';

/** A quote of whoever wrote a sentence in the profiles that the model was shown. */
function said(request: ScriptedRequest, sentence: string, quote = sentence): object {
  const author = [...profilesIn(request).values()].find(({ bio }) => bio.includes(sentence));
  return { member_id: author?.member_id, field: 'bio', quote };
}

function propose(request: ScriptedRequest, change: object = {}): ToolUse {
  const input = { seeker: said(request, needs), giver: said(request, gives), why, ...change };
  return { name: 'propose_introduction', input };
}

describe('a model that proposes an introduction', () => {
  let folder: string;
  let scripted: ScriptedSystem;
  let worker: ServerProcess | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-introducing-'));
    const file = join(folder, 'members.ndjson');
    const members = [`${needs} I dye wool.`, gives, ...others].map((bio, n) => ({
      external_id: `m-${n}`,
      first_name: `Member${n}`,
      bio,
    }));
    await writeFile(file, members.map((member) => JSON.stringify(member)).join('\n'));
    scripted = await startScriptedSystem(file, { WORKER_TIMEOUT_MS: '3600', POLL_MS: '100' }, { workers: 0 });
  }, 120_000);

  beforeEach(async () => {
    // Also what was read: the first message of each run then has every text.
    for (const table of ['introduction', 'outbox_message', 'profile_read']) {
      await rowsOf(
        scripted.system,
        `delete from pattern_finder.${table} returning 1 as n`,
        z.object({ n: z.int() }),
      );
    }
    scripted.model.useReader();
  });

  afterEach(async () => worker?.stop(20_000));

  afterAll(async () => {
    await scripted.stop();
    await rm(folder, { recursive: true });
  });

  async function startWorker(failpoint = ''): Promise<ServerProcess> {
    worker = await scripted.system.start('pattern-finder', {
      PATTERN_FINDER_ROLE: 'worker',
      WARREN_FAILPOINT: failpoint,
    });
    return worker;
  }

  const listed = async (query = '') =>
    IntroductionPage.parse((await scripted.system.call(`introductions${query}`)).body).introductions;

  async function told(): Promise<IntroductionProposed['in_own_words']> {
    const rows = await rowsOf(
      scripted.system,
      `select body from pattern_finder.outbox_message where subject = 'introduction.proposed'`,
      z.object({ body: z.string() }),
    );
    return rows.flatMap(({ body }) => IntroductionProposed.parse(JSON.parse(body)).in_own_words);
  }

  it('has it told with both quotes, widened, and its sentence; what is not proven is refused', async () => {
    const results: unknown[] = [];
    scripted.model.use(
      byTurn([
        (request) => ({
          tool_uses: [
            propose(request, { giver: said(request, gives, 'I mend looms for a living.') }),
            propose(request, { giver: { member_id: 999, field: 'bio', quote: gives } }),
            propose(request, { why: 'One has a broken loom, and the other is a blacksmith.' }),
            propose(request, { seeker: said(request, needs, 'I need a patient hand') }),
            propose(request, { why: 'One has a loom, and the other likes wood.' }),
          ],
        }),
        (request) => {
          results.push(...[0, 1, 2, 3, 4].map((position) => resultOf(request, position)));
          return { text: 'One introduction.' };
        },
      ]),
    );
    const id = await accept(scripted.system);
    await startWorker();
    const run = await ended(scripted.system, id);
    expect(run).toMatchObject({ status: 'succeeded', introductions: { proposed: 1, held: 0 } });
    expect(run.rejected.map(({ kind }) => kind)).toEqual([
      'quote_not_verbatim',
      'unknown_member',
      'unsupported_facet',
      'already_introduced',
    ]);
    const [introduction] = await listed();
    expect(introduction).toMatchObject({
      seeker: { first_name: 'Member0' },
      giver: { first_name: 'Member1' },
      need_words: { quote: needs },
      offer_words: { quote: gives },
      why,
    });
    expect(results[3]).toEqual({ proposed: true, introduction_id: introduction!.id, held: false });
    expect((await told()).map(({ introduction_id }) => introduction_id)).toEqual([introduction!.id]);
    const given = scripted.model.readings().at(-1)?.body.messages[0]?.content;
    expect(JSON.stringify(given)).not.toMatch(/member_id|Member0/);
  }, 120_000);

  it('has it held where the second reader finds something sensitive', async () => {
    scripted.model.useReader(() => reading({ sensitive: [{ kind: 'health', words: 'a patient hand' }] }));
    scripted.model.use(byTurn([(request) => ({ tool_uses: [propose(request)] }), { text: 'Done.' }]));
    const id = await accept(scripted.system);
    await startWorker();
    expect(await ended(scripted.system, id)).toMatchObject({ introductions: { proposed: 0, held: 1 } });
    expect([await listed(), await told()]).toEqual([[], []]);
    expect(await listed('?held=true')).toMatchObject([{ held: { reasons: [{ about: 'health' }] } }]);
  }, 120_000);

  it.each(['reading.after-store:kill@1', 'tool.after-commit:kill@1'])(
    'has it stored, told, counted and read once where its worker is killed: %s',
    async (failpoint) => {
      const before = scripted.model.readings().length;
      scripted.model.use(byTurn([(request) => ({ tool_uses: [propose(request)] }), { text: 'Done.' }]));
      const id = await accept(scripted.system);
      const victim = await startWorker(failpoint);
      await victim.ended;
      await startWorker();
      expect(await ended(scripted.system, id)).toMatchObject({
        status: 'succeeded',
        starts: 2,
        introductions: { proposed: 1, held: 0 },
      });
      expect([(await listed()).length, (await told()).length]).toEqual([1, 1]);
      expect(scripted.model.readings().length - before).toBe(1);
      expect((await runOf(scripted.system, id)).rejected).toEqual([]);
    },
    120_000,
  );
});
