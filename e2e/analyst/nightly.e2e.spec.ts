import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SimpleRule } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { importMembers, patternsOf, sample } from '../support.ts';
import { analyse, candidatesIn, resultOf, saveCandidate, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem, ShownCandidate } from './scripted-system.ts';

const Opening = z.object({
  coverage: z.string(),
  profiles: z.array(z.looseObject({ member_id: z.int(), bio: z.string().optional() })),
  patterns: z.array(z.looseObject({ name: z.string(), rule: z.unknown(), member_count: z.int() })),
  more_patterns: z.literal(0),
  candidates: z
    .array(z.looseObject({ id: z.string(), category: z.string(), member_count_then: z.int().optional() }))
    .optional(),
  more_candidates: z.int().optional(),
});

/** The words and the data of a first message. */
function openingOf({ body }: ScriptedRequest): { told: string; data: z.infer<typeof Opening> } {
  const content = body.messages[0]!.content;
  const [told, data] = Array.isArray(content) ? content.map(({ text }) => text!) : [];
  return { told: told!, data: Opening.parse(JSON.parse(data!)) };
}

describe('a nightly run', () => {
  let scripted: ScriptedSystem;
  let first: ScriptedRequest;
  let cluster: ShownCandidate & { rule: SimpleRule };

  beforeAll(async () => {
    scripted = await startScriptedSystem(sample, { SMALLEST_GROUP: '1' });
    const { run } = await scripted.runScript(
      byTurn([
        (request) => {
          first = request;
          return { tool_uses: [analyse] };
        },
        (request) => {
          const found = candidatesIn(request).find(({ category }) => category === 'skill_cluster')!;
          cluster = { ...found, rule: SimpleRule.parse(found.rule) };
          return { tool_uses: [saveCandidate(cluster, { name: 'Hands that know each other' })] };
        },
        { text: 'One finding.' },
      ]),
    );
    expect(run).toMatchObject({ status: 'succeeded', patterns: [{ created: true }] });
  }, 120_000);

  afterAll(async () => scripted.stop());

  /** The first message of a run that ends at once, and the request that has it. */
  async function opened(
    focus?: string[],
  ): Promise<ReturnType<typeof openingOf> & { request: ScriptedRequest }> {
    let request: ScriptedRequest | undefined;
    await scripted.runScript(
      (asked) => {
        request = asked;
        return { text: 'Nothing.' };
      },
      { keep: true, ...(focus === undefined ? {} : { focus }) },
    );
    return { ...openingOf(request!), request: request! };
  }

  it('is told in a few words that nothing is new, after the same instructions and tools', async () => {
    const { told, data, request } = await opened();
    expect(told).toContain('So little is new');
    expect(told).toContain('No candidate of the analysis is new or changed');
    expect(data).toMatchObject({ profiles: [], patterns: [{ name: 'Hands that know each other' }] });
    expect(data).not.toHaveProperty('candidates');
    expect(data.patterns[0]).toMatchObject({ rule: cluster.rule, member_count: cluster.member_count });
    expect(data.patterns[0]).not.toHaveProperty('description');
    expect(request.body.tools).toEqual(first.body.tools);
    expect(request.body.system).toEqual(first.body.system);
  });

  it('is told of the new text and of the candidates that it changes, and saves one of them without an analysis', async () => {
    const bio = 'I came by the ferry, and brought my crocks with me.';
    const skills = cluster.rule.clauses[0]!.of.map((key) => key.slice('skill:'.length));
    await importMembers(scripted.system, [{ external_id: 'nightly-1', bio, skills }]);
    let opening: ReturnType<typeof openingOf> | undefined;
    let saved: unknown;
    const { run } = await scripted.runScript(
      byTurn([
        (request) => {
          opening = openingOf(request);
          return { tool_uses: [saveCandidate(cluster, { name: 'Hands that know each other' })] };
        },
        (request) => {
          saved = resultOf(request);
          return { text: 'It has grown.' };
        },
      ]),
      { keep: true },
    );
    const { told, data } = opening!;
    expect(told).toContain('So little is new');
    expect(told).toContain('Below are the candidates of the analysis that are new or changed');
    expect(data.profiles).toEqual([expect.objectContaining({ bio })]);
    expect(data.candidates!.find(({ id }) => id === cluster.id)).toMatchObject({
      member_count: cluster.member_count + 1,
      member_count_then: cluster.member_count,
    });
    // The pattern on it has grown too, and is told whole.
    expect(data.patterns[0]).toMatchObject({
      description: expect.any(String),
      joined: { member_ids: [data.profiles[0]!.member_id] },
    });
    expect(saved).toMatchObject({ saved: true, created: false, member_count: cluster.member_count + 1 });
    expect(run).toMatchObject({ status: 'succeeded', rejected: [], turns: 2 });
    expect((await patternsOf(scripted.system)).map(({ name }) => name)).toEqual([
      'Hands that know each other',
    ]);
    // What was told once has not changed since.
    expect((await opened()).data).not.toHaveProperty('candidates');
  });

  it('looks at everything where areas are to be looked into, or much is new', async () => {
    expect((await opened(['skills'])).told).not.toContain('So little is new');
    await importMembers(
      scripted.system,
      Array.from({ length: 12 }, (_, at) => ({
        external_id: `many-${at}`,
        bio: `I came with the ferry number ${at}, and wonder who else did.`,
      })),
    );
    const { told, data } = await opened();
    expect(told).not.toContain('So little is new');
    expect(data.profiles).toHaveLength(12);
    expect(data.patterns[0]).toHaveProperty('description');
  });
});
