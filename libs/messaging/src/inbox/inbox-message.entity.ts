import { defineEntity, p } from '@mikro-orm/core';

const InboxMessageSchema = defineEntity({
  name: 'InboxMessage',
  tableName: 'inbox_message',
  properties: {
    messageId: p.string().length(200).primary(),
    handledAt: p.datetime().columnType('timestamptz'),
  },
});

/** Message that this service has handled. */
export class InboxMessage extends InboxMessageSchema.class {}
InboxMessageSchema.setClass(InboxMessage);
