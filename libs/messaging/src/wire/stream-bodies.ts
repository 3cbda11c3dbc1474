import type { z } from 'zod';
import { streamed } from '@warren/contracts';
import type { StreamBody, StreamSubject } from '@warren/contracts';

/** Returns the schema of a subject's body, typed by the subject. */
export function bodyOf<S extends StreamSubject>(subject: S): z.ZodType<StreamBody<S>> {
  const schema: unknown = streamed[subject].body;
  return schema as z.ZodType<StreamBody<S>>;
}

/** Returns whether a pattern is a subject of the contracts' streams. */
export function isStreamSubject(pattern: string): pattern is StreamSubject {
  return pattern in streamed;
}
