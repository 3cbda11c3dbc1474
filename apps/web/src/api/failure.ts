import { Problem } from '@warren/contracts';
import type { FieldError } from '@warren/contracts';

/** `problem`: the server said why; `unreachable`: it did not answer; `contract`: it answered what the page does not know. */
export type FailureKind = 'problem' | 'unreachable' | 'contract';

/** A request that came to nothing, with what to tell the person who made it. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  readonly kind: FailureKind;
  /** HTTP status; undefined where there was no answer */
  readonly status: number | undefined;
  /** field by field, as the server names them */
  readonly fields: readonly FieldError[];

  constructor(
    kind: FailureKind,
    message: string,
    { status, fields = [], cause }: { status?: number; fields?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.fields = fields;
  }
}

/** The failure that an answer with this status and text is: what its problem says, else its status. */
export function failureOf(status: number, text: string): RequestFailed {
  const problem = Problem.safeParse(json(text)).data;
  return problem === undefined
    ? new RequestFailed('problem', `The server answered with status ${status}.`, { status })
    : new RequestFailed('problem', problem.detail, { status, fields: problem.errors ?? [] });
}

/** Whether asking again may help: nobody answered, or a service behind the gateway was away. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof RequestFailed &&
    (error.kind === 'unreachable' || (error.status !== undefined && [502, 503, 504].includes(error.status)))
  );
}

/** What to tell of any error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the server says of one field, e.g. `name`; undefined where it says nothing. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  return error instanceof RequestFailed
    ? error.fields.find((told) => told.field === field)?.message
    : undefined;
}

function json(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
