import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { InternalError } from '@warren/contracts';
import type { ForViewers } from '@warren/contracts';

/**
 * Shows viewers of each answer what its route says that they are shown, whatever the handler returned: JSON, or events,
 * each of them. An answer that cannot be read so is not sent. Problems, and answers without a body, pass.
 * @param smallest number of members of the smallest group that viewers are told of
 */
export function showViewersLess(server: FastifyInstance, smallest: number): void {
  const schemas = new Map<ForViewers<unknown>, z.ZodType>();
  const shown = (request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown => {
    const isAnswer = reply.statusCode < 300 && payload !== undefined && payload !== null && payload !== '';
    if (request.principal?.role !== 'viewer' || !isAnswer) {
      return payload;
    }
    const { forViewers } = request.routeOptions.config;
    if (forViewers === undefined) {
      throw new InternalError('The route does not say what viewers are shown.');
    }
    const schema = schemas.get(forViewers) ?? forViewers(smallest);
    schemas.set(forViewers, schema);
    return payload instanceof Readable
      ? Readable.from(eventsFor(schema, payload))
      : shownJson(schema, textOf(payload));
  };
  server.addHook('onSend', async (request, reply, payload) =>
    Promise.resolve(shown(request, reply, payload)),
  );
}

/** JSON as viewers are shown it. The error that there is otherwise quotes nothing of it. */
function shownJson(schema: z.ZodType, json: string): string {
  try {
    return JSON.stringify(schema.parse(JSON.parse(json)));
  } catch (error) {
    const fields = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : [];
    throw new InternalError(
      `The answer is not what viewers are shown: ${fields.join(', ') || 'it is no JSON'}.`,
    );
  }
}

function textOf(payload: unknown): string {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) {
    return payload.toString();
  }
  throw new InternalError('The answer is neither JSON nor a stream of events.');
}

/** Events of a stream that yields them whole; comments, which are heartbeats, pass. */
async function* eventsFor(schema: z.ZodType, events: Readable): AsyncGenerator<string> {
  for await (const event of events) {
    yield String(event)
      .split('\n')
      .filter((line) => /^(data|event|id|:|$)/.test(line))
      .map((line) => (line.startsWith('data:') ? `data: ${shownJson(schema, line.slice(5))}` : line))
      .join('\n');
  }
}
