import { Rejection } from '../evidence/rejection.ts';

/** Links and e-mail addresses: what a member wrote to be passed on, or what nobody has looked at. */
const links = /\b(?:https?|ftp):|\bwww\.|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/iu;
/** A word of Latin letters with others in it that look the same; μ and Ω are left to units. */
const mixed =
  /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*(?![μΩ])[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])\p{L}+/u;
/** Phonetic, small, circled and squared letters, and those of flags: they read as words that no one would find. */
const dressed = /[\u0250-\u02af\u1d00-\u1d7f\u{1f150}-\u{1f189}\u{1f1e6}-\u{1f1ff}]{2,}/u;

/**
 * Whether a text is made of words as people write them: what looks like a word is that word, and nothing leads away.
 * @throws Refused with what to change
 */
export function checkPlainWords(text: string, field: string): void {
  if (links.test(text)) {
    throw new Rejection('invalid_input', `${field}: leave links and addresses out; say it in words.`);
  }
  const odd = (mixed.exec(text) ?? dressed.exec(text))?.[0];
  if (odd !== undefined) {
    throw new Rejection(
      'invalid_input',
      `${field}: "${odd.slice(0, 60)}" has letters of two scripts, or none that people write with: write plain words.`,
    );
  }
}
