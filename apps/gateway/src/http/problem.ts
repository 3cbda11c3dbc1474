import {
  Conflict,
  DeadlineExceeded,
  FieldError,
  InternalError,
  InvalidRequest,
  MemberNotFound,
  PatternNotFound,
  RunNotFound,
  ServiceUnavailable,
} from '@warren/contracts';
import type { Problem } from '@warren/contracts';
import { HttpException } from '@nestjs/common';
import { MemberFileInvalid } from '@warren/member-files';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { BodyUnreadable } from './bodies/bodies.ts';

/** Which status each class of error has; whatever is not listed is a 500 that says nothing of its inside. */
const statuses: readonly (readonly [abstract new (...args: never[]) => Error, number])[] = [
  [BodyUnreadable, 400],
  [PatternNotFound, 404],
  [RunNotFound, 404],
  [MemberNotFound, 404],
  [Conflict, 409],
  [InvalidRequest, 422],
  [InternalError, 500],
  [ServiceUnavailable, 503],
  [DeadlineExceeded, 504],
];

/** Content type of a problem. */
export const problemType = 'application/problem+json; charset=utf-8';

const internalDetail = 'The service failed; its log has the cause.';

/** The problem that an error is to a client who asked for the path `instance`. */
export function problemOf(error: unknown, instance: string): Problem {
  const status = statusOf(error);
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: status === 500 || !(error instanceof Error) ? internalDetail : detailOf(error),
    instance,
    ...(status === 422 && { errors: errorsOf(error) }),
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  if (error instanceof MemberFileInvalid) {
    // the reader keeps a cause where the text itself could not be parsed
    return error.cause === undefined ? 422 : 400;
  }
  return statuses.find(([kind]) => error instanceof kind)?.[1] ?? fastifyStatus(error) ?? 500;
}

/** Fastify's own refusals, of a body or an address, say whose fault it was. */
function fastifyStatus(error: unknown): number | undefined {
  const refusal = FastifyRejection.safeParse(error);
  return refusal.success ? refusal.data.statusCode : undefined;
}

const FastifyRejection = z.object({
  code: z.string().startsWith('FST_'),
  statusCode: z.int().min(400).max(499),
});

const Details = z.object({ errors: z.array(FieldError) });

function errorsOf(error: unknown): FieldError[] {
  if (error instanceof InvalidRequest) {
    return Details.safeParse(error.details).data?.errors ?? [{ field: '', message: error.message }];
  }
  return [{ field: 'file', message: error instanceof Error ? error.message : internalDetail }];
}

/** Terminus tells what is down in the body of its exception. */
const Unready = z.object({ error: z.record(z.string(), z.unknown()) });

function detailOf(error: Error): string {
  if (error instanceof HttpException) {
    const unready = Unready.safeParse(error.getResponse());
    if (unready.success) {
      return `Not ready: ${Object.keys(unready.data.error).join(', ')} cannot be reached.`;
    }
  }
  return error.message;
}
