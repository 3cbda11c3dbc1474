import { defineEntity, p } from '@mikro-orm/core';

const ParkedMessageSchema = defineEntity({
  name: 'ParkedMessage',
  tableName: 'parked_message',
  properties: {
    messageId: p.string().length(200).primary(),
    subject: p.string().length(200).primary(),
    body: p.text(),
    reason: p.text(),
    parkedAt: p.datetime().columnType('timestamptz'),
  },
});

/** Dead letter: a stream message that this service could not handle, stored with the reason. */
export class ParkedMessage extends ParkedMessageSchema.class {}
ParkedMessageSchema.setClass(ParkedMessage);
