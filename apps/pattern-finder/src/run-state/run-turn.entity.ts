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
 * One finished model turn: the response as text, byte for byte, so that a later request repeats it exactly; and, once
 * every tool it called has run, the tool results that answered it, as text too.
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

/** What one tool call gave, written in the transaction of its effect, so that it has that effect once. */
export class RunToolResultRow extends RunToolResultSchema.class {}
RunToolResultSchema.setClass(RunToolResultRow);
