import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { byTurn, waitFor } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { rowsOf, sample } from '../support.ts';
import { accept, ended } from './runs.ts';
import { analyse, resultOf, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

/** With what a normalised text would lose. */
const thought = { thinking: 'What\u0000 if \ud83d it is the ovens? ', signature: 'EqQBCkYIAhgC+/=\u0000' };
const list = { name: 'list_patterns', input: {} };

function blocksOf({ body }: ScriptedRequest): { type: string }[] {
  return body.messages.flatMap(({ role, content }) =>
    role === 'assistant' && Array.isArray(content) ? content : [],
  );
}

describe('a model that can think', () => {
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    scripted = await startScriptedSystem(sample, { MODEL_IDLE_MS: '600' }, { thinks: true });
  }, 120_000);

  afterAll(async () => scripted.stop());

  it('thinks, and is sent its thoughts back byte for byte', async () => {
    const seen: ScriptedRequest[] = [];
    const { run } = await scripted.runScript(
      byTurn([
        { thinking: thought, tool_uses: [list] },
        { thinking: { ...thought, signature: 'second' }, text: 'Let me see.', tool_uses: [analyse] },
        (request) => {
          seen.push(request);
          return { text: 'Done.' };
        },
      ]),
    );
    expect(run).toMatchObject({ status: 'succeeded', response_text: 'Done.' });
    expect(seen[0]!.body).toMatchObject({ thinking: { type: 'adaptive', display: 'omitted' } });
    const thoughts = blocksOf(seen[0]!).filter(({ type }) => type === 'thinking');
    expect(thoughts).toEqual([
      { type: 'thinking', ...thought },
      { type: 'thinking', thinking: thought.thinking, signature: 'second' },
    ]);
  });

  it('is not cut off while its server says that it lives', async () => {
    const before = scripted.model.calls().length;
    const { run } = await scripted.runScript([{ text: 'Slowly.', pings: { count: 8, each_ms: 200 } }]);
    expect(run).toMatchObject({ status: 'succeeded', response_text: 'Slowly.' });
    expect(scripted.model.calls().length - before).toBe(1);
  });

  it('goes on without its thoughts where a member was erased meanwhile', async () => {
    let asked = 0;
    const later: ScriptedRequest[] = [];
    const before = scripted.model.calls().length;
    scripted.model.use(
      byTurn([
        { thinking: thought, tool_uses: [list] },
        () => {
          asked += 1;
          return { thinking: thought, tool_uses: [analyse], pings: { count: 25, each_ms: 200 } };
        },
        (request) => {
          later.push(request);
          return { text: 'Done.' };
        },
      ]),
    );
    const id = await accept(scripted.system);
    await waitFor(() => asked > 0, { describe: 'the second turn', timeoutMs: 20_000 });
    const [member] = await rowsOf(
      scripted.system,
      'select id from member_profile.member order by id limit 1',
      z.object({ id: z.int() }),
    );
    await scripted.system.call(`members/${member!.id}`, { method: 'DELETE' });
    expect(await ended(scripted.system, id)).toMatchObject({ status: 'succeeded' });
    expect(scripted.model.calls().length - before).toBe(3);
    expect(later[0]!.body).not.toHaveProperty('thinking');
    expect(blocksOf(later[0]!).map(({ type }) => type)).toEqual(['tool_use', 'tool_use']);
  });
});

describe('the tools of the analyst', () => {
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    scripted = await startScriptedSystem(sample);
  }, 120_000);

  afterAll(async () => scripted.stop());

  it('evaluate several rules a call, name the nearest keys, and send nothing twice', async () => {
    const rule = (...of: string[]) => ({ clauses: [{ at_least: 1, of }] });
    const results: unknown[] = [];
    const find = { name: 'find_facets', input: { texts: ['pottery', 'potery'], limit: 3 } };
    const { run } = await scripted.runScript(
      byTurn([
        { tool_uses: [analyse, find] },
        (request) => {
          results.push(resultOf(request, 1));
          const rules = [
            rule('skill:javascript'),
            rule('skill:javascrip'),
            { givers: rule('skill:javascript'), seekers: rule('interest:hiking') },
          ];
          return {
            tool_uses: [
              { name: 'evaluate_rule', input: { rules } },
              { name: 'evaluate_rule', input: { rule: rule('skill:javascrip') } },
              analyse,
              find,
            ],
          };
        },
        (request) => {
          results.push(...[0, 1, 2, 3].map((position) => resultOf(request, position)));
          return { text: 'Done.' };
        },
      ]),
    );
    expect(run.status).toBe('succeeded');
    const [found, several, single, analysisAgain, foundAgain] = results;
    expect(found).toMatchObject({ found: [{ text: 'pottery' }, { text: 'potery', known: false }] });
    expect(JSON.stringify(found)).toMatch(/"potery","known":false,"facets":\{"[a-z_]+:potter/);
    expect(several).toMatchObject({
      evaluations: [
        { member_ids: expect.any(Array) },
        { member_count: 0, reason: expect.stringMatching(/nearest: skill:javascript/) },
        { givers: { count: expect.any(Number), member_ids: expect.any(Array) }, seekers: {} },
      ],
    });
    expect(single).toMatch(/No member carries skill:javascrip \(nearest: skill:javascript/);
    expect([analysisAgain, foundAgain]).toEqual([
      { unchanged: true, note: 'It is the same as in turn 1, where it stands above.' },
      { unchanged: true, note: 'It is the same as in turn 1, where it stands above.' },
    ]);
  });
});
