import type { JsonSchema } from './schemas.ts';

/** Schema of the headers of an event or job: CloudEvents 1.0, binary mode, and W3C Trace Context. */
export function headersOf(subject: string, source: string): JsonSchema {
  return {
    type: 'object',
    properties: {
      'ce-specversion': { type: 'string', const: '1.0' },
      'ce-id': {
        type: 'string',
        format: 'uuid',
        description: 'The same for every delivery of the message, so that a consumer can handle it once',
      },
      'ce-type': { type: 'string', const: subject },
      'ce-source': { type: 'string', const: `/warren/${source}` },
      'ce-time': { type: 'string', format: 'date-time', description: 'Time of the event' },
      'content-type': { type: 'string', const: 'application/json' },
      'Nats-Msg-Id': {
        type: 'string',
        format: 'uuid',
        description: 'As ce-id; JetStream drops duplicates by it',
      },
      traceparent: {
        type: 'string',
        pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
        description: 'W3C Trace Context of the work that led to it',
      },
    },
    required: ['ce-specversion', 'ce-id', 'ce-type', 'ce-source', 'ce-time', 'content-type', 'traceparent'],
  };
}
