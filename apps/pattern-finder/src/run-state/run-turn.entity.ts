import { defineEntity, p } from '@mikro-orm/core';
import type { ThemeDefinition, ThemeJudgement } from '@warren/contracts';

const RunTurnSchema = defineEntity({
  name: 'RunTurnRow',
  tableName: 'run_turn',
  properties: {
    runId: p.integer().primary(),
    turn: p.integer().primary(),
    response: p.text(),
    results: p.text().nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * One turn of the model: the response as text, byte for byte, so that later requests repeat it exactly; and, once every
 * tool it called has run, the tool results, as text too. Turn 0 is the first message to the model.
 */
export class RunTurnRow extends RunTurnSchema.class {}
RunTurnSchema.setClass(RunTurnRow);

const RunToolResultSchema = defineEntity({
  name: 'RunToolResultRow',
  tableName: 'run_tool_result',
  properties: {
    runId: p.integer().primary(),
    turn: p.integer().primary(),
    position: p.integer().primary(),
    toolUseId: p.string().length(200),
    content: p.text(),
    isError: p.boolean(),
  },
});

/** Result of one tool call, written in the transaction of its effect, so that the effect happens once. */
export class RunToolResultRow extends RunToolResultSchema.class {}
RunToolResultSchema.setClass(RunToolResultRow);

/**
 * What an answer about themes is yet to be used for: themes to define, beside those that were known, or judgements to
 * store, with the codes that were refused of it and the members who were left before.
 */
export type PendingThemes =
  | { kind: 'codebook'; known: readonly number[]; themes: readonly ThemeDefinition[] }
  | { kind: 'judging'; left: number; refused: number; judgements: readonly ThemeJudgement[] };

const RunReadingSchema = defineEntity({
  name: 'RunReadingRow',
  tableName: 'run_reading',
  properties: {
    runId: p.integer().primary(),
    turn: p.integer().primary(),
    digest: p.string().length(64).primary(),
    model: p.string(),
    response: p.text(),
    pending: p.json<PendingThemes>().columnType('json').nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * One answer outside the conversation, of the second reader or about themes, stored before it is used, so that none is paid
 * for twice: `digest` is that of what was asked, once a run. `turn` is the turn that asked for it, 0 before the first.
 * `pending` is what it is yet to be used for; an answer about themes is emptied once it was used.
 */
export class RunReadingRow extends RunReadingSchema.class {}
RunReadingSchema.setClass(RunReadingRow);
