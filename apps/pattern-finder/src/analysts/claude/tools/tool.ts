import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import type { RequestClient } from '@warren/messaging';
import type { IntroductionGate } from '../../../gate/introductions/introduction-gate.ts';
import type { PatternGate } from '../../../gate/pattern-gate.ts';
import type { PatternSaver } from '../../../gate/pattern-saver.ts';
import type { SecondReader } from '../../../gate/second-reader.ts';
import type { MemberWords } from '../../../holding/singled-out.ts';
import type { IntroductionSaver } from '../../../introductions/introduction-saver.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import type { ProfileReader } from '../reading/profile-reader.ts';
import { shortened } from './shorter-schema.ts';

/** Services and state that a tool may use. */
export interface ToolContext {
  readonly requests: RequestClient;
  readonly gate: PatternGate;
  readonly saver: PatternSaver;
  readonly introductionGate: IntroductionGate;
  readonly introductions: IntroductionSaver;
  readonly profileReader: ProfileReader;
  readonly runId: number;
  /** Reads what a save says, blind to who wrote it. */
  readonly reader: SecondReader;
  /** Aborted when the run is to stop: a tool then stops waiting. */
  readonly signal: AbortSignal;
  /** The analysis of this run, requested once. */
  analysis(): Promise<CommunityAnalysis>;
  /** Members that the model was shown. */
  membersShown(): ReadonlySet<number>;
  /** What members wrote whose profiles the model was shown. */
  wordsShown(): readonly MemberWords[];
  /** Candidates that the model was shown in this run, under any focus. */
  candidates(): Promise<readonly Pick<Candidate, 'id' | 'rule'>[]>;
}

/**
 * The writing half of a tool call: it runs in the transaction that also stores the call's result, so that it takes effect
 * once. @returns the result for the model, as plain JSON data
 */
export type ToolEffect = (em: EntityManager, run: RunRow) => Promise<unknown>;

/** A tool of the analyst: an input schema and the two halves of a call. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType;
  /** What it saves, if anything: its rejections are stored with the run. */
  readonly saves: 'pattern' | 'introduction' | undefined;
  /** Reads and checks; nothing is written yet. @throws Rejection with what to change */
  prepare(input: unknown, context: ToolContext): Promise<ToolEffect>;
}

/** Defines a tool whose input is parsed by its schema before it runs. */
export function defineTool<I>(tool: {
  name: string;
  description: string;
  input: z.ZodType<I>;
  saves?: Tool['saves'];
  prepare: (input: I, context: ToolContext) => Promise<ToolEffect>;
}): Tool {
  return {
    saves: undefined,
    ...tool,
    prepare: async (raw, context) => tool.prepare(tool.input.parse(raw), context),
  };
}

/** Effect of a tool that only reads. */
export function readOnly(result: unknown): ToolEffect {
  return () => Promise.resolve(result);
}

/** JSON Schema of a tool's input, as the Messages API requires. */
export function inputSchema(tool: Tool): { type: 'object' } & Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(tool.input, {
    io: 'input',
    unrepresentable: 'any',
    // A rule has the schema of a facet key many times: it is said once, in $defs.
    reused: 'ref',
  });
  return { ...shortened(schema), type: 'object' };
}
