import { defineEntity, p } from '@mikro-orm/core';

const QuestionSchema = defineEntity({
  name: 'QuestionRow',
  tableName: 'question',
  properties: {
    id: p.integer().primary().autoincrement(),
    patternId: p.integer(),
    patternName: p.string().length(255),
    text: p.text(),
    folded: p.text(),
    relatedMemberIds: p.array(Number).columnType('integer[]'),
    withdrawnAt: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});

/** A question of a pattern; one that is withdrawn keeps its row, and its id when it comes back. */
export class QuestionRow extends QuestionSchema.class {}
QuestionSchema.setClass(QuestionRow);
