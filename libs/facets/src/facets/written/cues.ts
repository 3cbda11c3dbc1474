/**
 * Words of a language that tell what a sentence says of its writer. All patterns are for folded words of one clause, in
 * which other labels stand as `_`: `before` a label, `after` it, or either.
 */
export interface Cues {
  /** Words that only this language has, by which it is recognised. */
  readonly common: ReadonlySet<string>;
  /** Words that begin a clause of their own. */
  readonly conjunctions: RegExp;
  /** A clause that begins with one is about somebody named in the clause before. */
  readonly relatives: ReadonlySet<string>;
  /** Words that may stand before a label that goes on with a list. */
  readonly fillers: ReadonlySet<string>;
  /** The writer as subject. */
  readonly self: RegExp;
  /** Somebody else as subject or owner. */
  readonly others: RegExp;
  /** Not, never, not any more, badly, reluctantly. */
  readonly negation: RegExp;
  /** Over, or long ago. */
  readonly past: RegExp;
  /** Not so, but thought of. */
  readonly hypothetical: RegExp;
  /** Before a label: sought, needed, to be learned. */
  readonly needs: RegExp;
  /** After a label: the same. */
  readonly needed: RegExp;
  /** A question whose answers are wishes, or no longer so. */
  readonly wanting: RegExp;
  /** Begins a question that seeks somebody. */
  readonly asks: RegExp;
  /** Before a label: done, known, taught, offered. */
  readonly does: RegExp;
  /** After a label: the same. */
  readonly done: RegExp;
  /** Before a label: liked. */
  readonly likes: RegExp;
  /** After a label that begins its clause: said to be of the writer. */
  readonly own: RegExp;
  /** Before the word for a person: the writer is one. */
  readonly is: RegExp;
  /** Words that a fragment may begin with before its label. */
  readonly qualities: ReadonlySet<string>;
  /** Words that may follow a label: another one makes a compound, which means something else ("insurance forms"). */
  readonly followers: ReadonlySet<string> | undefined;
  /** Before a label: a place or a thing that it only describes. */
  readonly aside: RegExp;
  /** A verb, which a fragment has none of. */
  readonly verbs: RegExp;
}

export function wordsOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** A pattern of alternatives that are whole words, also of other alphabets than `\b` knows. */
export function anyOf(...alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}
