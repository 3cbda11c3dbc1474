import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { events } from '@warren/contracts';
import { scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { discover, patternsOf, rowsOf } from '../support.ts';
import { leaksIn, textsIn } from './canaries/leaks.ts';
import { canaryCommunity } from './canaries/members.ts';
import { readingModel, resultsOf } from './canaries/reading-model.ts';
import type { Shown } from './canaries/reading-model.ts';
import { fold } from './canaries/tokens.ts';

const size = 100;
const community = canaryCommunity(size);
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\p{Default_Ignorable_Code_Point}/u;

describe(`the canaries in ${size} profiles`, () => {
  let system: System;
  let model: ScriptedMessages;
  let nats: NatsConnection;
  let ids: number[] = [];
  const messages: { subject: string; text: string }[] = [];
  const shown: Shown = { analysis: undefined, profiles: new Map() };

  beforeAll(async () => {
    model = await scriptedMessages(readingModel(() => ids, shown));
    system = await startSystem({
      env: { ANALYST: 'auto', ANTHROPIC_BASE_URL: model.url, LOG_LEVEL: 'verbose' },
    });
    nats = await connect({ servers: system.nats.url });
    nats.subscribe('>', {
      callback: (_error, message) => {
        const headers = [...(message.headers?.keys() ?? [])].map((key) =>
          message.headers?.values(key).join(),
        );
        messages.push({ subject: message.subject, text: `${headers.join(' ')} ${message.string()}` });
      },
    });
    await nats.flush();
    await importMembers();
    ids = (
      await rowsOf(system, 'select id from member_profile.member order by id', z.object({ id: z.int() }))
    ).map(({ id }) => id);
    expect((await discover(system)).response_text).toBe('Two findings.');
    // Runs whose focus areas are facets of members, and unknown ones.
    model.use([{ text: 'Nothing more.' }]);
    await discover(system, ['fan club', 'fann clubb', 'call', 'potery']);
    await discover(system, ['fann clubb', 'street']);
    // A model server that echoes the request, and a database that rejects a row.
    model.use((request) => ({
      status: 400,
      body: {
        type: 'error',
        error: { type: 'invalid_request_error', message: `cannot read ${request.text}` },
      },
    }));
    expect((await discover(system)).success).toBe(false);
    await importRejected();
    await waitFor(async () => (await questions()).length >= 4, { describe: 'questions about both patterns' });
  }, 180_000);

  afterAll(async () => {
    await nats.close();
    await system.stop();
    await model.stop();
  });

  async function importMembers(members = community.members): Promise<number> {
    const { status } = await system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: members.map((member) => JSON.stringify(member)).join('\n'),
    });
    return status;
  }

  /** Imports a member that the database rejects, so that its error quotes the row. */
  async function importRejected(): Promise<void> {
    const constraint = `member_not_rejected check (external_id <> 'rejected')`;
    await rowsOf(system, `alter table member_profile.member add constraint ${constraint}`, z.unknown());
    expect(await importMembers([{ ...community.members[20], external_id: 'rejected', email: null }])).toBe(
      500,
    );
  }

  async function questions(): Promise<unknown[]> {
    return z.array(z.unknown()).parse((await system.call('questions')).body);
  }

  it('are in no request to the model', () => {
    expect(shown.profiles.size).toBe(size);
    expect(model.requests.length).toBeGreaterThanOrEqual(8);
    expect(leaksIn(model.requests.map(({ text }) => text).join('\n'), community)).toEqual([]);
  });

  it('are redacted without the words around them', () => {
    const seen = fold(JSON.stringify([...shown.profiles.values()]));
    expect(community.harmless.filter((word) => !seen.includes(word))).toEqual([]);
    expect(seen).toContain('knitting lamplabel');
    expect(seen).toContain('[phone]');
    expect(shown.analysis?.common_skills).toContainEqual(['Throwing pots', size]);
  });

  it('are in no event and no progress of a run', () => {
    const isPublished = (subject: string): boolean =>
      subject in events || subject.startsWith('run.progress.');
    const published = messages.filter(({ subject }) => isPublished(subject));
    expect(new Set(published.map(({ subject }) => subject.replace(/\d+$/, '*')))).toEqual(
      new Set([...Object.keys(events), 'run.progress.*']),
    );
    expect(leaksIn(published.map(({ text }) => text).join('\n'), community)).toEqual([]);
    // The requests between services do carry members: the subscription worked.
    expect(leaksIn(messages.map(({ text }) => text).join('\n'), community).length).toBeGreaterThan(size);
  });

  it('are in no log, whatever fails', async () => {
    const logs = await system.logs();
    expect(logs).toMatch(/members\.import failed.*member_not_rejected/s);
    expect(leaksIn(logs, community)).toEqual([]);
    expect(community.harmless.filter((word) => logs.includes(word))).toEqual([]);
  });

  it('are in no pattern, question or run', async () => {
    const patterns = await patternsOf(system);
    expect(patterns.map(({ name }) => name).sort()).toEqual(['From a candidate', 'From quotes']);
    const runs = (await system.call('discovery-runs')).body;
    expect(leaksIn(JSON.stringify([patterns, runs, await questions()]), community)).toEqual([]);
    const reasons = textsIn(runs).concat(
      messages.filter(({ subject }) => subject === 'run.completed').map(({ text }) => text),
    );
    expect(reasons.filter((text) => community.harmless.some((word) => text.includes(word)))).toEqual([]);
  });

  /** Whether a block is data: the result of a tool, or JSON whole. */
  function isData({ type, text }: { type: string; text?: string | undefined }): boolean {
    return type === 'tool_result' || text?.startsWith('{"coverage":') === true;
  }

  it('come from texts that the model reads as JSON of a tool or of its first message, bounded, without invisible characters', () => {
    const instructions = model.requests.flatMap(({ body }) => textsIn([body.system, body.tools]));
    const elsewhere = model
      .calls()
      .flatMap(({ body }) =>
        body.messages
          .filter(({ role }) => role === 'user')
          .flatMap(({ content }) =>
            textsIn(Array.isArray(content) ? content.filter((block) => !isData(block)) : content),
          ),
      );
    expect(
      [...instructions, ...elsewhere].filter((text) =>
        community.harmless.some((word) => text.includes(word)),
      ),
    ).toEqual([]);
    const results = model.requests.flatMap(resultsOf).map((text): unknown => JSON.parse(text));
    expect(results.length).toBeGreaterThanOrEqual(8);
    const read = model
      .readings()
      .map(({ body }): unknown => JSON.parse(String(textsIn(body.messages).at(-1))));
    expect(read.length).toBeGreaterThan(0);
    // whole: words after it would be no JSON
    const openings = model
      .calls()
      .flatMap(({ body }) => body.messages.slice(0, 1))
      .flatMap(({ content }) => (Array.isArray(content) ? content.filter(isData) : []))
      .map(({ text }): unknown => JSON.parse(text ?? ''));
    expect(openings.length).toBeGreaterThan(0);
    expect(textsIn([results, read, openings]).filter((text) => unseen.test(text))).toEqual([]);
    const longest = { role: 155, bio: 3_005, looking_for: 1_005, prompt_responses: 3_010 };
    for (const profile of shown.profiles.values()) {
      for (const [field, most] of Object.entries(longest)) {
        expect(z.string().parse(Reflect.get(profile, field)).length).toBeLessThanOrEqual(most);
      }
      expect(profile.facets.length).toBeLessThanOrEqual(100);
    }
  });
});
