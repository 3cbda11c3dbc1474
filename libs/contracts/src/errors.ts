import { z } from 'zod';

/** Error of one field of a request, and what to change. */
export const FieldError = z.object({ field: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/**
 * Base of the errors that travel between services. Their names go over the wire, so each class sets its own, as every
 * error class of the tree does. A name ends in `Error` only where it would not read as a failure without it.
 */
export abstract class ServiceError extends Error {
  abstract override readonly name: string;
  /** Details for the reader to act on, e.g. the id that was not found; go over the wire with the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}

/** The request does not fit its schema or names something that does not exist; `details.errors` lists fields. */
export class InvalidRequest extends ServiceError {
  override readonly name = 'InvalidRequest';

  static of(errors: FieldError[]): InvalidRequest {
    const messages = errors.map((error) =>
      error.field === '' ? error.message : `${error.field}: ${error.message}`,
    );
    return new InvalidRequest(messages.join('; '), { errors });
  }
}

/** No pattern has this id. */
export class PatternNotFound extends ServiceError {
  override readonly name = 'PatternNotFound';

  static of(pattern_id: number): PatternNotFound {
    return new PatternNotFound(`There is no pattern ${pattern_id}.`, { pattern_id });
  }
}

/** No run has this id. */
export class RunNotFound extends ServiceError {
  override readonly name = 'RunNotFound';

  static of(run_id: number): RunNotFound {
    return new RunNotFound(`There is no discovery run ${run_id}.`, { run_id });
  }
}

/** No member has this id. */
export class MemberNotFound extends ServiceError {
  override readonly name = 'MemberNotFound';

  static of(member_id: number): MemberNotFound {
    return new MemberNotFound(`There is no member ${member_id}.`, { member_id });
  }
}

/** No introduction has this id. */
export class IntroductionNotFound extends ServiceError {
  override readonly name = 'IntroductionNotFound';

  static of(introduction_id: number): IntroductionNotFound {
    return new IntroductionNotFound(`There is no introduction ${introduction_id}.`, { introduction_id });
  }
}

/** No theme has this id. */
export class ThemeNotFound extends ServiceError {
  override readonly name = 'ThemeNotFound';

  static of(theme_id: number): ThemeNotFound {
    return new ThemeNotFound(`There is no theme ${theme_id}.`, { theme_id });
  }
}

/** No import has this id. */
export class ImportNotFound extends ServiceError {
  override readonly name = 'ImportNotFound';

  static of(import_id: string): ImportNotFound {
    return new ImportNotFound(`There is no import ${import_id}.`, { import_id });
  }
}

/** The request contradicts the state of what it is about, e.g. a name already taken. */
export class Conflict extends ServiceError {
  override readonly name = 'Conflict';
}

/** No service answers this subject now; try again. */
export class ServiceUnavailable extends ServiceError {
  override readonly name = 'ServiceUnavailable';
}

/** The client has more in use than it may; the message says what to do. */
export class TooManyRequests extends ServiceError {
  override readonly name = 'TooManyRequests';

  /** @param retry_after_s seconds after which to ask again */
  static of(message: string, retry_after_s: number): TooManyRequests {
    return new TooManyRequests(message, { retry_after_s });
  }
}

/** The service did not answer within the deadline. */
export class DeadlineExceeded extends ServiceError {
  override readonly name = 'DeadlineExceeded';
}

/** The service failed unexpectedly; its log has the cause. */
export class InternalError extends ServiceError {
  override readonly name = 'InternalError';
}

const errorClasses = {
  InvalidRequest,
  PatternNotFound,
  RunNotFound,
  MemberNotFound,
  ImportNotFound,
  IntroductionNotFound,
  ThemeNotFound,
  Conflict,
  ServiceUnavailable,
  TooManyRequests,
  DeadlineExceeded,
  InternalError,
};

/** Wire format of an error. */
export const WireError = z.object({
  name: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).default({}),
});
export type WireError = z.infer<typeof WireError>;

/** Converts an error to its wire format; any but a ServiceError becomes an InternalError without its message. */
export function toWireError(error: unknown): WireError {
  if (error instanceof ServiceError) {
    return { name: error.name, message: error.message, details: { ...error.details } };
  }
  return { name: 'InternalError', message: 'The service failed; its log has the cause.', details: {} };
}

/** Converts the wire format back to the class that the service threw; an unknown name becomes an InternalError. */
export function fromWireError(wire: WireError): ServiceError {
  const known = Object.entries(errorClasses).find(([name]) => name === wire.name)?.[1] ?? InternalError;
  return new known(wire.message, wire.details);
}
