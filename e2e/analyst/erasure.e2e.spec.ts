import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { byTurn, waitFor } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { patternsOf, rowsOf, sample } from '../support.ts';
import { unproven } from './proof.ts';
import { accept, ended } from './runs.ts';
import {
  analyse,
  candidatesIn,
  resultOf,
  save,
  saveCandidate,
  startScriptedSystem,
} from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

const Id = z.object({ id: z.int(), bio: z.string() });
const Found = z.object({ place: z.string() });

describe('an erased member', () => {
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    scripted = await startScriptedSystem(sample, { MODEL_IDLE_MS: '20000' }, { questions: true });
    // Ids that occur nowhere as another number.
    await rowsOf(
      scripted.system,
      `select setval(pg_get_serial_sequence('member_profile.member', 'id'), 7654320)`,
      z.unknown(),
    );
    const bios = [
      'I came back here to look after my mother.',
      'Moved back here when dad got ill.',
      'I moved back to nurse my mum.',
      'The lamps at the quay were my father’s before they were mine.',
    ];
    const members = bios.map((bio, n) => ({ external_id: `er-${n}`, bio, skills: ['Lamplighting'] }));
    const { status } = await scripted.system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: members.map((member) => JSON.stringify(member)).join('\n'),
    });
    expect(status).toBe(200);
  }, 120_000);

  afterAll(async () => scripted.stop());

  /** A member of the sample, by its external id. */
  async function member(externalId: string): Promise<z.infer<typeof Id>> {
    const sql = `select id, bio from member_profile.member where external_id = '${externalId}'`;
    return (await rowsOf(scripted.system, sql, Id))[0]!;
  }

  /** Finds these words or this id in every column of every table of the services that store patterns. */
  async function placesOf(id: number, words: string): Promise<string[]> {
    const columns = await rowsOf(
      scripted.system,
      `select table_schema || '.' || table_name || '.' || column_name as place from information_schema.columns
        where table_schema in ('pattern_finder', 'question_generator') and table_name <> 'erased_member'
          and data_type in ('text', 'json', 'jsonb', 'character varying', 'ARRAY')`,
      Found,
    );
    const found: string[] = [];
    for (const { place } of columns) {
      const [schema = '', table = '', column = ''] = place.split('.');
      const text = `${column}::text`;
      const sql = `select '${place}' as place from ${schema}.${table}
        where ${text} like '%${words}%' or ${text} ~ '[^0-9]${id}[^0-9]' limit 1`;
      found.push(...(await rowsOf(scripted.system, sql, Found)).map((row) => row.place));
    }
    return found;
  }

  const quotesOf = async () => {
    const members = await Promise.all(['er-0', 'er-1', 'er-2'].map(member));
    return members.map(({ id, bio }) => ({ member_id: id, field: 'bio', quote: bio }));
  };

  const show = (ids: number[]) => ({ name: 'get_member_profiles', input: { member_ids: ids } });

  /** A rule whose evaluation shows the ids of the members imported here. */
  const measure = {
    name: 'evaluate_rule',
    input: { rule: { clauses: [{ at_least: 1, of: ['skill:lamplighting'] }] } },
  };

  it('is soon removed from every table, by id and in words, and its patterns are published again', async () => {
    const quotes = await quotesOf();
    const gone = quotes[1]!;
    const { patterns, run } = await scripted.runScript(
      byTurn([
        { tool_uses: [analyse, measure] },
        { tool_uses: [show(quotes.map(({ member_id }) => member_id))] },
        {
          tool_uses: [
            save({
              name: 'Home again for their parents',
              category: 'cross_domain',
              description: 'They came home to care. As somebody says: “Moved back here when dad got ill.”',
              quotes,
            }),
          ],
        },
        // The run may continue: its turns are kept.
        { tool_uses: [analyse], usage: { input_tokens: 500_000, output_tokens: 10_000 } },
        { text: 'Never asked for.' },
      ]),
    );
    expect(run.status).toBe('budget_exhausted');
    expect(patterns.map(({ name }) => name)).toEqual(['Home again for their parents']);
    const words = 'Moved back here when dad';
    expect(await placesOf(gone.member_id, words)).not.toEqual([]);
    expect(
      (await scripted.system.call(`members/${gone.member_id}`, { method: 'DELETE' })).status,
    ).toBeLessThan(300);
    await waitFor(async () => (await placesOf(gone.member_id, words)).length === 0, {
      describe: `member ${gone.member_id} to be removed from every table`,
      timeoutMs: 30_000,
    });
    const [pattern] = await patternsOf(scripted.system, '?is_active=all');
    expect(pattern!.related_member_ids).not.toContain(gone.member_id);
    expect(pattern!.version).toBeGreaterThan(1);
    expect(pattern!.description).not.toContain('dad got ill');
  });

  it('is not stored again by a run that had read its profile, nor sent to the model again', async () => {
    const erased = await member('er-3');
    const words = erased.bio.split(' ').slice(0, 5).join(' ');
    let asked: ScriptedRequest | undefined;
    scripted.model.use(
      byTurn([
        { tool_uses: [analyse, measure] },
        { tool_uses: [show([erased.id])] },
        (request) => {
          asked ??= request;
          // The member is erased while the model call with its profile is in flight.
          return { text: `One of them says: ${erased.bio}`, tool_uses: [show([erased.id])], delay_ms: 3_000 };
        },
        (request) => {
          expect(String(resultOf(request))).not.toContain(words);
          return { tool_uses: [analyse] };
        },
        (request) => ({ tool_uses: [saveCandidate(candidatesIn(request)[0]!, { name: 'After it all' })] }),
        { text: 'Done.' },
      ]),
    );
    const before = scripted.model.calls().length;
    const id = await accept(scripted.system);
    await waitFor(() => asked !== undefined, { describe: 'the model to have read it', timeoutMs: 20_000 });
    expect(asked!.text).toContain(words);
    await scripted.system.call(`members/${erased.id}`, { method: 'DELETE' });
    expect(await ended(scripted.system, id)).toMatchObject({ status: 'succeeded', response_text: 'Done.' });
    const later = scripted.model.calls().slice(before + 3);
    expect(later.length).toBeGreaterThanOrEqual(3);
    for (const { text } of later) {
      expect(text).not.toContain(words);
    }
    expect(await placesOf(erased.id, words)).toEqual([]);
    expect(await unproven(scripted.system)).toEqual([]);
  });
});
