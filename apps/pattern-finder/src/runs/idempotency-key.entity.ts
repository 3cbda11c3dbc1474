import { defineEntity, p } from '@mikro-orm/core';

const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKeyRow',
  tableName: 'idempotency_key',
  properties: {
    key: p.string().length(255).primary(),
    request: p.text(),
    runId: p.integer(),
    createdAt: p.datetime().columnType('timestamptz'),
  },
});

/** The run of a client's idempotency key, and the request it came with, as JSON; kept for a day. */
export class IdempotencyKeyRow extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKeyRow);
