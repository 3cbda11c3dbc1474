import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { InvalidRequest, largestId } from '@warren/contracts';
import type { FieldError, ServiceError } from '@warren/contracts';

/** Schema of an id in a path; a number larger than any id throws `notFound`. */
export function idOf(notFound: (id: number) => ServiceError) {
  return z
    .string()
    .refine((text) => /^0*[1-9]\d*$/.test(text), { path: ['id'], error: 'must be a positive whole number' })
    .transform((text) => {
      const id = Number(text);
      if (id > largestId) {
        throw notFound(id);
      }
      return id;
    })
    .describe('Positive whole number');
}

/** Validates parameters and bodies against the schema of their decorator; reports errors field by field. */
export function validation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => InvalidRequest.of(issues.flatMap((issue) => fieldErrorsOf(issue))),
  });
}

const Issue = z.object({
  code: z.string().optional(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.array(z.unknown())).optional(),
});

/** Field errors of one issue of a schema; of a union, those of the branch whose type matches. */
export function fieldErrorsOf(raw: unknown, prefix: readonly (string | number)[] = []): FieldError[] {
  const issue = Issue.parse(raw);
  const path = [...prefix, ...(issue.path ?? [])];
  const meant =
    issue.code === 'invalid_union' ? issue.errors?.filter((branch) => !missesType(branch)) : undefined;
  const branch = meant?.[0];
  if (branch !== undefined) {
    return branch.flatMap((inner) => fieldErrorsOf(inner, path));
  }
  return [{ field: path.join('.'), message: issue.message }];
}

function missesType(branch: readonly unknown[]): boolean {
  return branch.some((raw) => {
    const issue = Issue.safeParse(raw).data;
    return issue?.code === 'invalid_type' && (issue.path ?? []).length === 0;
  });
}
