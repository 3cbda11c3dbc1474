import type { EntityManager } from '@mikro-orm/postgresql';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import { z } from 'zod';
import type { RunRow } from '../../../run-state/run.entity.ts';
import type { RunSteps } from '../../run-steps.ts';

/** What a tool may use. */
export interface ToolContext {
  readonly steps: RunSteps;
  /** Aborted when the run is stopped: a tool waits for nothing then. */
  readonly stopped: AbortSignal;
  /** The analysis of this run, asked for once. */
  analysis(): Promise<CommunityAnalysis>;
  /** The members it was shown. */
  membersShown(): ReadonlySet<number>;
  /** Every candidate the model was shown in this run, under any focus. */
  candidates(): Promise<readonly Pick<Candidate, 'id' | 'rule'>[]>;
}

/**
 * The writing half of a tool call: it runs in the transaction that also stores the call's result, so that the effect
 * comes once. @returns the result for the model, as plain JSON data
 */
export type ToolEffect = (em: EntityManager, run: RunRow) => Promise<unknown>;

/** A tool of the analyst: one object, with an input schema and the two halves of a call. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType;
  /** Whether it saves a pattern: its refusals are kept with the run. */
  readonly saves: boolean;
  /** Reads and checks; nothing is written yet. @throws Refused with what to change */
  prepare(input: unknown, context: ToolContext): Promise<ToolEffect>;
}

/** A tool whose input is parsed by its schema before it runs. */
export function defineTool<I>(tool: {
  name: string;
  description: string;
  input: z.ZodType<I>;
  saves?: boolean;
  prepare: (input: I, context: ToolContext) => Promise<ToolEffect>;
}): Tool {
  return {
    saves: false,
    ...tool,
    prepare: async (raw, context) => tool.prepare(tool.input.parse(raw), context),
  };
}

/** The effect of a tool that only reads. */
export function readOnly(result: unknown): ToolEffect {
  return () => Promise.resolve(result);
}

/** A tool's input as the JSON Schema that the Messages API takes. */
export function inputSchema(tool: Tool): { type: 'object' } & Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(tool.input, {
    io: 'input',
    unrepresentable: 'any',
  });
  return { ...schema, type: 'object' };
}
