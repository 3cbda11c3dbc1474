import { defineEntity, p } from '@mikro-orm/core';

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

const RunReadingSchema = defineEntity({
  name: 'RunReadingRow',
  tableName: 'run_reading',
  properties: {
    runId: p.integer().primary(),
    turn: p.integer().primary(),
    digest: p.string().length(64).primary(),
    model: p.string(),
    response: p.text(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * One answer of the second reader, stored before it is used, so that none is paid for twice: `digest` is that of what it
 * was given, once a run. It goes with the turn that asked for it.
 */
export class RunReadingRow extends RunReadingSchema.class {}
RunReadingSchema.setClass(RunReadingRow);
