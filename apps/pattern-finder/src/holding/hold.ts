import { createHash } from 'node:crypto';
import type { HoldReason } from '@warren/contracts';

/** Text of a pattern, as it is stored. */
interface StoredText {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
}

/** What the operator released: kinds of reasons, and the digest of the text that was released for them. */
export interface Released extends StoredText {
  readonly releasedKinds: readonly string[];
  readonly releasedText?: string | null | undefined;
}

/** The kind of a reason, by which a release is remembered: what it is about, or that it singles somebody out. */
export function kindOf({ kind, about }: HoldReason): string {
  return about ?? kind;
}

/** Digest of a pattern's text, by which a changed text is recognised. */
export function digestOf({ name, description, questionPrompts }: StoredText): string {
  return createHash('sha256')
    .update(JSON.stringify([name, description, questionPrompts]))
    .digest('base64url');
}

/** Kinds of reasons that the operator has released the current text of a pattern for. */
export function releasedKindsOf(pattern: Released): ReadonlySet<string> {
  return new Set(pattern.releasedText === digestOf(pattern) ? pattern.releasedKinds : []);
}

/** Reasons that the operator has not released a pattern for. */
export function unreleased(pattern: Released, reasons: readonly HoldReason[]): HoldReason[] {
  const released = releasedKindsOf(pattern);
  return reasons.filter((reason) => !released.has(kindOf(reason)));
}
