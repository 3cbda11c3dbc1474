import { Rejection } from '../evidence/rejection.ts';

/** Links and e-mail addresses: a member's contact, or a target that nobody has checked. */
const links = /\b(?:https?|ftp):|\bwww\.|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/iu;
/** A word of Latin letters mixed with look-alikes of other scripts; μ and Ω are allowed, as units. */
const mixed =
  /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*(?![μΩ])[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])\p{L}+/u;
/** Phonetic, small, circled, squared and regional-indicator letters: they look like words that no search finds. */
const stylised = /[\u0250-\u02af\u1d00-\u1d7f\u{1f150}-\u{1f189}\u{1f1e6}-\u{1f1ff}]{2,}/u;

/**
 * Rejects links, addresses, and words of mixed scripts or stylised letters.
 * @throws Rejection with what to change
 */
export function checkCharacters(text: string, field: string): void {
  if (links.test(text)) {
    throw new Rejection('invalid_input', `${field}: leave links and addresses out; say it in words.`);
  }
  const odd = (mixed.exec(text) ?? stylised.exec(text))?.[0];
  if (odd !== undefined) {
    throw new Rejection(
      'invalid_input',
      `${field}: "${odd.slice(0, 60)}" has letters of two scripts, or none that people write with: write plain words.`,
    );
  }
}
