import { STATUS_CODES } from 'node:http';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

const when: Record<number, string> = {
  400: 'The body cannot be parsed',
  401: 'Who makes the request is not known',
  403: 'Who makes the request may not do this',
  404: 'There is no such thing',
  408: 'The body came too slowly',
  409: 'The request contradicts the state of what it is about',
  413: 'The body is too large',
  415: 'The body is of a type that is not understood',
  422: 'The request is not valid; `errors` tells field by field',
  429: 'The client does, or has in use, more than its part; try again after Retry-After seconds',
  503: 'A service this needs is not there now; try again after Retry-After seconds',
  504: 'A service did not answer in time',
};

/** Documents the statuses a route fails with, each a problem (RFC 9457). */
export function ApiProblems(...statuses: number[]): MethodDecorator {
  return (target, key, descriptor) => {
    for (const status of statuses) {
      ApiResponse({
        status,
        description: descriptionOf(status),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      })(target, key, descriptor);
    }
  };
}

/** Says when a route fails with a status. */
export function descriptionOf(status: number): string {
  return when[status] ?? STATUS_CODES[status] ?? 'Error';
}

/** Converts a schema to OpenAPI 3.0, for what is documented by hand. */
export function schemaOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' });
}
