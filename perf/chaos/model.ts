import { z } from 'zod';
import { randomNumbers, scriptedMessages } from '@warren/testing';
import type { AnswerTurn, ScriptedMessages, ScriptedRequest, ToolUse, Turn } from '@warren/testing';

const Shown = z.looseObject({
  candidates: z.array(z.looseObject({ id: z.string(), category: z.string() })).min(1),
});
const Saved = z.looseObject({ saved: z.literal(true), pattern_id: z.int() });

/** A call to the model, and whether the model's server broke it. */
type ModelCall = ScriptedRequest & { broken: boolean };

/** A model that discovers in two to four turns, and occasionally misbehaves. */
export interface ChaosModel {
  url: string;
  calls(): ModelCall[];
  /** Stops all faults of the model. */
  behave(): void;
  stop(): Promise<void>;
}

/** Starts the model; the seed draws its behaviour, in the order of the calls. */
export async function startModel(seed: number): Promise<ChaosModel> {
  const random = randomNumbers(seed ^ 0x5eed);
  const broken = new Set<number>();
  let behaves = false;
  const server: ScriptedMessages = await scriptedMessages((request) => {
    const fault = behaves ? undefined : faultOf(random);
    if (fault !== undefined) {
      broken.add(request.index);
      return fault;
    }
    const slow = !behaves && random() < 0.08;
    return {
      ...answer(request, random),
      delay_ms: Math.round(slow ? 800 + random() * 1_000 : random() * 150),
    };
  });
  return {
    url: server.url,
    calls: () => server.calls().map((call) => ({ ...call, broken: broken.has(call.index) })),
    behave: () => (behaves = true),
    stop: async () => server.stop(),
  };
}

/** A fault in one call of ten. */
function faultOf(random: () => number): Turn | undefined {
  if (random() >= 0.1) {
    return undefined;
  }
  const kinds: Turn[] = [
    { status: 529 },
    { status: 500 },
    { hangUp: 'before' },
    { hangUp: 'mid-stream' },
    { stall: true },
    { stall: 'before' },
    { streamError: { type: 'overloaded_error', message: 'Overloaded' } },
  ];
  return kinds[Math.floor(random() * kinds.length)];
}

/** First the analysis; then saves, perhaps a rewording of a saved pattern, and a closing text. */
function answer(request: ScriptedRequest, random: () => number): AnswerTurn {
  if (request.turn === 0) {
    return { tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] };
  }
  const results = resultsIn(request);
  const shown = Shown.safeParse(results[0]);
  if (request.turn === 1 && shown.success && random() < 0.9) {
    const count = 1 + Math.floor(random() * 3);
    return { tool_uses: Array.from({ length: count }, () => save(shown.data.candidates, random)) };
  }
  const saved = results.flatMap((result) => Saved.safeParse(result).data ?? []);
  if (request.turn === 2 && saved.length > 0 && random() < 0.6) {
    return { tool_uses: saved.map(({ pattern_id }) => reword(pattern_id, random)) };
  }
  return { text: 'That is what these members have in common.' };
}

function save(candidates: readonly { id: string; category: string }[], random: () => number): ToolUse {
  const { id, category } = candidates[Math.floor(random() * candidates.length)] ?? nothing;
  return { name: 'save_pattern', input: { candidate_id: id, ...words(category, random) } };
}

const nothing = { id: 'none', category: 'skill_cluster' };

function reword(patternId: number, random: () => number): ToolUse {
  return { name: 'save_pattern', input: { pattern_id: patternId, ...words('skill_cluster', random) } };
}

/** Texts that are true of any pattern, and unique to this save. */
function words(category: string, random: () => number): Record<string, unknown> {
  const word = nonsense(random);
  return {
    name: `People who belong together, ${word}`,
    description: `There are {member_count} of them, and an evening would do them good (${word}).`,
    category,
    question_prompts: [`What brought you to this, ${word}?`, `Whom would you like to meet over it, ${word}?`],
  };
}

/** A made-up word, in no vocabulary. */
function nonsense(random: () => number): string {
  const one = (letters: string): string => letters[Math.floor(random() * letters.length)] ?? 'z';
  return Array.from({ length: 5 }, () => one('qxzvwj') + one('aeiouy')).join('');
}

function resultsIn(request: ScriptedRequest): unknown[] {
  const content = request.body.messages.at(-1)?.content;
  return (Array.isArray(content) ? content : []).map((block) => {
    const text = 'content' in block ? block.content : undefined;
    return typeof text === 'string' && text.startsWith('{') ? (JSON.parse(text) as unknown) : text;
  });
}
