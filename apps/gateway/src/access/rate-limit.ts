import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooManyRequests } from '@warren/contracts';
import { clientKey } from './client-key.ts';

const minuteMs = 60_000;

/** Counts a request. @throws TooManyRequests where its client has sent more than it may in this minute */
export type CountRequest = (request: FastifyRequest) => Promise<void>;

/** Limits the requests of each client in a minute, and returns what counts them. */
export async function limitRequests(server: FastifyInstance, perMinute: number): Promise<CountRequest> {
  await server.register(rateLimit, { global: false });
  const count = server.createRateLimit({
    max: perMinute,
    timeWindow: minuteMs,
    keyGenerator: (request) => clientKey(request),
  });
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) {
      throw TooManyRequests.of(
        `More than ${perMinute} requests in a minute: send fewer, or set MAX_REQUESTS_PER_MINUTE higher.`,
        counted.ttlInSeconds,
      );
    }
  };
}
