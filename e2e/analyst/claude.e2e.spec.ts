import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PatternCategory, Rule, Run } from '@warren/contracts';
import { byTurn, scriptedMessages, startSystem } from '@warren/testing';
import type { ScriptedMessages, ScriptedRequest, System, ToolUse } from '@warren/testing';
import { analysedMembers, discover, importFile, membersByHand, patternsOf, sample } from '../support.ts';

/** The fields of a shown candidate that the script reads. */
const Analysis = z.looseObject({
  candidates: z.array(
    z.looseObject({ id: z.string(), category: PatternCategory, basis: z.string(), rule: Rule }),
  ),
});

/** The result of the nth tool call of the last message, as the model reads it. */
function resultOf(request: ScriptedRequest, position: number): unknown {
  const content = request.body.messages.at(-1)?.content;
  const block = Array.isArray(content) ? content[position] : undefined;
  const text = block !== undefined && 'content' in block ? block.content : undefined;
  return typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : text;
}

function save(candidate: { id: string; category: string }, name: string): ToolUse {
  return {
    name: 'save_pattern',
    input: {
      name,
      description: 'There are {member_count} of them, and an evening together would do them good.',
      category: candidate.category,
      candidate_id: candidate.id,
      question_prompts: ['What brought you to this?', 'Whom would you like to meet over it?'],
    },
  };
}

describe('the Claude analyst, through the real SDK', () => {
  let system: System;
  let model: ScriptedMessages;
  let candidates: { id: string; category: string }[] = [];

  beforeAll(async () => {
    model = await scriptedMessages(
      byTurn([
        { text: 'First the analysis.', tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] },
        (request) => {
          const analysis = Analysis.parse(resultOf(request, 0));
          candidates = analysis.candidates.filter(({ basis }) => basis === 'beyond_chance');
          const [first, second] = candidates;
          return {
            tool_uses: [
              { name: 'evaluate_rule', input: { rule: analysis.candidates[0]!.rule } },
              save(first!, 'First finding'),
              save(second!, 'Second finding'),
              { name: 'save_pattern', input: { name: 'No ground', category: 'poetry' } },
              { name: 'make_coffee', input: {} },
            ],
          };
        },
        (request) => {
          expect(String(resultOf(request, 3))).toMatch(/category|description/);
          expect(String(resultOf(request, 4))).toMatch(/There is no tool make_coffee/);
          const free = save(candidates[2]!, 'Third finding');
          const input = {
            ...(free.input as Record<string, unknown>),
            description: 'All 42 of them know each other.',
          };
          return { tool_uses: [{ name: 'save_pattern', input }] };
        },
        (request) => {
          expect(String(resultOf(request, 0))).toMatch(/"42".*number of your own/);
          return { tool_uses: [save(candidates[2]!, 'Third finding')] };
        },
        { text: 'Three findings worth an evening each.' },
      ]),
    );
    system = await startSystem({
      questions: false,
      env: { ANALYST: 'auto', ANTHROPIC_BASE_URL: model.url, COMMUNITY_NAME: 'Brindlewick' },
    });
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await model.stop();
  });

  it('calls tools, receives their errors, saves and sums up', async () => {
    const reply = await discover(system, ['fermentation', 'astronomy', 'webgl']);
    expect(reply).toMatchObject({ success: true, response_text: 'Three findings worth an evening each.' });
    expect(reply.patterns.map(({ name }) => name)).toEqual([
      'First finding',
      'Second finding',
      'Third finding',
    ]);
    const run = Run.parse((await system.call(`discovery-runs/${reply.run_id}`)).body);
    expect(run).toMatchObject({ analyst: 'claude', model: 'claude-sonnet-5-5', turns: 5 });
    expect(run.spend.cost_usd).toBeGreaterThan(0);
    expect(run.rejected).toHaveLength(2);
  });

  it('computes members and numbers itself', async () => {
    const analysed = await analysedMembers(system);
    for (const { evidence, related_member_ids, description } of await patternsOf(system)) {
      expect(related_member_ids).toEqual(membersByHand(analysed, evidence.rule!));
      expect(description).toContain(`There are ${related_member_ids.length} of them`);
    }
  });

  it('sends neither names nor contacts of members to the model', () => {
    const sent = model.requests.map(({ text }) => text).join('\n');
    expect(sent).not.toMatch(/@[a-z-]+\.(example|org)/i);
    expect(sent).toContain('Brindlewick');
    expect(model.requests[0]!.body).toMatchObject({ stream: true, model: 'claude-sonnet-5-5' });
  });

  it('repeats the conversation so far byte for byte, so that the prompt cache holds', () => {
    const texts = model.calls().map(({ text }) => text.slice(0, text.lastIndexOf(']')));
    for (const [turn, text] of texts.entries()) {
      expect(turn === 0 || text.startsWith(texts[turn - 1]!)).toBe(true);
    }
  });
});
