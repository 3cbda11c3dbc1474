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

/** A question of a pattern; a withdrawn one keeps its row, and its id if it is asked again. */
export class QuestionRow extends QuestionSchema.class {}
QuestionSchema.setClass(QuestionRow);
