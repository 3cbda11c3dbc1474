import { z } from 'zod';

/** One field of a request that is not valid, and what to change. */
export const FieldError = z.object({ field: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** A failure that a service reports to its caller by class: the base of every error on the wire. */
export abstract class ServiceError extends Error {
  /** What the reader needs to act, e.g. the id that was not found; goes over the wire with the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.details = details;
  }
}

/** The request does not fit its schema or names something that does not exist; `details.errors` lists fields. */
export class InvalidRequest extends ServiceError {
  static of(errors: FieldError[]): InvalidRequest {
    const words = errors.map((error) =>
      error.field === '' ? error.message : `${error.field}: ${error.message}`,
    );
    return new InvalidRequest(words.join('; '), { errors });
  }
}

/** No pattern has this id. */
export class PatternNotFound extends ServiceError {
  static of(pattern_id: number): PatternNotFound {
    return new PatternNotFound(`There is no pattern ${pattern_id}.`, { pattern_id });
  }
}

/** No run has this id. */
export class RunNotFound extends ServiceError {
  static of(run_id: number): RunNotFound {
    return new RunNotFound(`There is no discovery run ${run_id}.`, { run_id });
  }
}

/** No member has this id. */
export class MemberNotFound extends ServiceError {
  static of(member_id: number): MemberNotFound {
    return new MemberNotFound(`There is no member ${member_id}.`, { member_id });
  }
}

/** The request contradicts the state of what it is about, e.g. a name already taken. */
export class Conflict extends ServiceError {}

/** No service answers this subject now; try again. */
export class ServiceUnavailable extends ServiceError {}

/** The service did not answer within the deadline. */
export class DeadlineExceeded extends ServiceError {}

/** The service failed in a way it has no word for; its log has the cause. */
export class InternalError extends ServiceError {}

const errorClasses = {
  InvalidRequest,
  PatternNotFound,
  RunNotFound,
  MemberNotFound,
  Conflict,
  ServiceUnavailable,
  DeadlineExceeded,
  InternalError,
};

/** An error as it travels. */
export const WireError = z.object({
  name: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).default({}),
});
export type WireError = z.infer<typeof WireError>;

/** The travelling form of an error; what is no ServiceError becomes an InternalError without its message. */
export function toWireError(error: unknown): WireError {
  if (error instanceof ServiceError) {
    return { name: error.name, message: error.message, details: { ...error.details } };
  }
  return { name: 'InternalError', message: 'The service failed; its log has the cause.', details: {} };
}

/** The error a service threw, as the class it threw; an unknown name becomes an InternalError. */
export function fromWireError(wire: WireError): ServiceError {
  const known = Object.entries(errorClasses).find(([name]) => name === wire.name)?.[1] ?? InternalError;
  return new known(wire.message, wire.details);
}
