import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import {
  Conflict,
  DeadlineExceeded,
  FieldError,
  ImportNotFound,
  IntroductionNotFound,
  InternalError,
  InvalidRequest,
  MemberNotFound,
  PatternNotFound,
  RunNotFound,
  ServiceUnavailable,
  ThemeNotFound,
  TooManyRequests,
} from '@warren/contracts';
import type { Problem } from '@warren/contracts';
import { MemberFileInvalid } from '@warren/member-files';
import { NoRole } from '../access/roles/identity.ts';
import { NotKnown } from '../access/unauthorized.ts';
import { BodyUnreadable } from './bodies/bodies.ts';

/** Status of each class of error; any other is a 500 without internal detail. */
const statuses: readonly (readonly [abstract new (...args: never[]) => Error, number])[] = [
  [BodyUnreadable, 400],
  [PatternNotFound, 404],
  [RunNotFound, 404],
  [MemberNotFound, 404],
  [ImportNotFound, 404],
  [IntroductionNotFound, 404],
  [ThemeNotFound, 404],
  [Conflict, 409],
  [InvalidRequest, 422],
  [TooManyRequests, 429],
  [InternalError, 500],
  [ServiceUnavailable, 503],
  [DeadlineExceeded, 504],
];

/** Content type of a problem. */
export const problemType = 'application/problem+json; charset=utf-8';

const internalDetail = 'The service failed; its log has the cause.';

/** Converts an error to the problem sent to the client; `instance` is the path of its request. */
export function problemOf(error: unknown, instance: string): Problem {
  const status = statusOf(error);
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: status === 500 || !(error instanceof Error) ? internalDetail : detailOf(error),
    instance,
    ...(status === 422 && { errors: errorsOf(error) }),
    ...loginOf(error),
  };
}

function loginOf(error: unknown): Pick<Problem, 'login'> {
  const hasLogin = error instanceof NotKnown || error instanceof NoRole;
  return hasLogin && error.login !== undefined ? { login: error.login } : {};
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  if (error instanceof MemberFileInvalid) {
    // the reader keeps a cause if the text itself could not be parsed
    return error.cause === undefined ? 422 : 400;
  }
  return statuses.find(([kind]) => error instanceof kind)?.[1] ?? fastifyStatus(error) ?? 500;
}

/** Status of an error of Fastify itself, e.g. for a body or an address. */
function fastifyStatus(error: unknown): number | undefined {
  const rejection = FastifyRejection.safeParse(error);
  return rejection.success ? rejection.data.statusCode : undefined;
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

/** Body of Terminus' exception, which names what is down. */
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
