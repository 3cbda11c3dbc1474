import type { RunRow } from './run.entity.ts';

/** Usage of a run, including the worst case of calls whose outcome is not known. */
export type RunUsage = Pick<
  RunRow,
  | 'turns'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWriteTokens'
  | 'costUsd'
  | 'maxCost'
  | 'uncertainUsd'
  | 'uncertainInputTokens'
  | 'uncertainOutputTokens'
  | 'workedMs'
  | 'atReplay'
>;

/** Input tokens of a run, those of uncertain calls included. */
export function inputTokensOf(run: RunUsage): number {
  return run.inputTokens + run.cacheReadTokens + run.cacheWriteTokens + run.uncertainInputTokens;
}

/** Output tokens of a run, those of uncertain calls included. */
export function outputTokensOf(run: RunUsage): number {
  return run.outputTokens + run.uncertainOutputTokens;
}
