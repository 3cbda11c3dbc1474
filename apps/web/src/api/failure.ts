import { Problem } from '@warren/contracts';
import type { FieldError } from '@warren/contracts';

/** `problem`: the server gave the reason; `unreachable`: no response; `contract`: a response that breaks the contract. */
type FailureKind = 'problem' | 'unreachable' | 'contract';

/** The request failed; the message is for the reader. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly kind: FailureKind;
  /** HTTP status; undefined without a response */
  readonly status: number | undefined;
  /** field by field, as the server names them */
  readonly fields: readonly FieldError[];
  /** Path where a person logs in, where the server named one */
  readonly login: string | undefined;

  constructor(
    kind: FailureKind,
    message: string,
    {
      status,
      fields = [],
      login,
      cause,
    }: { status?: number; fields?: readonly FieldError[]; login?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.fields = fields;
    this.login = login;
  }
}

/** Converts a response into a failure: the detail of its problem, else its status. */
export function failureOf(status: number, text: string): RequestFailed {
  const problem = Problem.safeParse(json(text)).data;
  return problem === undefined
    ? new RequestFailed('problem', `The server answered with status ${status}.`, { status })
    : new RequestFailed('problem', problem.detail, {
        status,
        fields: problem.errors ?? [],
        login: problem.login,
      });
}

/** Checks whether a retry may help: no response, or a service behind the gateway was unavailable. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof RequestFailed &&
    (error.kind === 'unreachable' || (error.status !== undefined && [502, 503, 504].includes(error.status)))
  );
}

/** Message of any error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Error message of the server for one field, e.g. `name`, or an entry of it (`skills.3`); undefined if there is none. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  return error instanceof RequestFailed
    ? error.fields.find((entry) => entry.field === field || entry.field.startsWith(`${field}.`))?.message
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
