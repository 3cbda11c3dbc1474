import { z } from 'zod';
import { Pattern, Run } from '@warren/contracts';
import type { RejectedSave } from '@warren/contracts';
import { scriptedMessages, startSystem } from '@warren/testing';
import type { Nats, Script, ScriptedMessages, ScriptedRequest, System, ToolUse } from '@warren/testing';
import { discover, importFile, patternsOf, withDatabase } from '../support.ts';

/** The fields of a candidate that scripts read. */
export const Analysis = z.looseObject({
  candidates: z.array(
    z.looseObject({
      id: z.string(),
      category: Pattern.shape.category,
      basis: z.string(),
      rule: z.unknown(),
      facets: z.array(z.string()),
      member_count: z.int(),
    }),
  ),
});
export type ShownCandidate = z.infer<typeof Analysis>['candidates'][number];

/** The outcome of one scripted run. */
export interface RunOutcome {
  run: Run;
  /** The active patterns after it. */
  patterns: Pattern[];
  rejected: RejectedSave[];
}

/** A whole system with a scripted model, on one community, for sequential runs. */
export interface ScriptedSystem {
  system: System;
  model: ScriptedMessages;
  /** Runs one discovery by a script, on an empty table of patterns unless `keep`. */
  runScript(script: Script, options?: { keep?: boolean; focus?: string[] }): Promise<RunOutcome>;
  stop(): Promise<void>;
}

/**
 * Starts a scripted system on a member file.
 * @param options.workers start the pattern-finder as `api` and this many workers beside it
 * @param options.questions start the question-generator too
 * @param options.thinks whether the model says that it can think
 * @param options.nats one of the caller's, who stops it
 */
export async function startScriptedSystem(
  file: string,
  env: Record<string, string> = {},
  {
    workers,
    questions = false,
    nats,
    thinks = false,
  }: { workers?: number; questions?: boolean; nats?: Nats; thinks?: boolean } = {},
): Promise<ScriptedSystem> {
  const model = await scriptedMessages([], { thinks });
  const system = await startSystem({
    questions,
    ...(workers === undefined ? {} : { workers }),
    ...(nats === undefined ? {} : { nats }),
    env: {
      ANALYST: 'claude',
      ANTHROPIC_BASE_URL: model.url,
      COMMUNITY_NAME: 'Brindlewick',
      MAX_TURNS: '12',
      MODEL_RETRY_MS: '20',
      MODEL_IDLE_MS: '1500',
      DISCOVER_WAIT_S: '45',
      ...env,
    },
  });
  await importFile(system, file);
  const runScript: ScriptedSystem['runScript'] = async (script, { keep = false, focus } = {}) => {
    if (!keep) {
      await deletePatterns(system);
    }
    model.use(script);
    const { run_id } = await discover(system, focus);
    const run = Run.parse((await system.call(`discovery-runs/${run_id}`)).body);
    return { run, patterns: await patternsOf(system), rejected: run.rejected };
  };
  const stop = async (): Promise<void> => {
    await system.stop();
    await model.stop();
  };
  return { system, model, runScript, stop };
}

/** Deletes all patterns between two scripts, so that each begins with none. */
export async function deletePatterns(system: System): Promise<void> {
  await withDatabase(system, async (client) => client.query('truncate pattern_finder.pattern cascade'));
}

/** The result of the nth tool call of the last message, as the model reads it: parsed if it is JSON. */
export function resultOf(request: ScriptedRequest, position = 0): unknown {
  const content = request.body.messages.at(-1)?.content;
  const block = Array.isArray(content) ? content[position] : undefined;
  const text = block !== undefined && 'content' in block ? block.content : undefined;
  return typeof text === 'string' && /^[[{]/.test(text) ? JSON.parse(text) : text;
}

/** Profiles as a model has them, from whatever it was shown: each text once. */
const Profiles = z.looseObject({
  profiles: z.array(
    z.looseObject({
      member_id: z.int(),
      role: z.string().optional(),
      bio: z.string().optional(),
      looking_for: z.string().optional(),
      prompt_responses: z.string().optional(),
      facets: z.array(z.string()).optional(),
    }),
  ),
});
export interface ReadProfile {
  member_id: number;
  role: string;
  bio: string;
  looking_for: string;
  prompt_responses: string;
  facets: string[];
}

/** All profiles in a request: in its first message, and in results of tools. */
export function profilesIn({ body }: ScriptedRequest): Map<number, ReadProfile> {
  const found = new Map<number, ReadProfile>();
  for (const { content } of body.messages) {
    for (const block of Array.isArray(content) ? content : []) {
      const text = 'content' in block ? block.content : block.text;
      const data: unknown = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : undefined;
      for (const profile of Profiles.safeParse(data).data?.profiles ?? []) {
        const before = found.get(profile.member_id);
        const empty = { role: '', bio: '', looking_for: '', prompt_responses: '', facets: [] };
        found.set(profile.member_id, { ...empty, ...before, ...profile });
      }
    }
  }
  return found;
}

/** The candidates in the last message's first tool result. */
export function candidatesIn(request: ScriptedRequest): ShownCandidate[] {
  return Analysis.parse(resultOf(request)).candidates;
}

/** The first call of a script. */
export const analyse: ToolUse = { name: 'get_community_profile_analysis', input: {} };

/** A call of save_pattern; the default words are true of any pattern. */
export function save(input: Record<string, unknown>): ToolUse {
  return {
    name: 'save_pattern',
    input: {
      name: 'People who belong together',
      description: 'There are {member_count} of them, and an evening together would do them good.',
      question_prompts: ['What brought you to this?', 'Whom would you like to meet over it?'],
      ...input,
    },
  };
}

/** A save on a candidate, in its category. */
export function saveCandidate(
  candidate: Pick<ShownCandidate, 'id' | 'category'>,
  input: Record<string, unknown> = {},
): ToolUse {
  return save({ candidate_id: candidate.id, category: candidate.category, ...input });
}
