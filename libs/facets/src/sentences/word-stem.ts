/** Stem of a folded word, the same for its forms: map, maps, mapped and mapping. */
export function wordStem(word: string): string {
  const [, short] = /^(\p{L}{3,}?)(?:ings?|ers?|ors?|ed|ies|es|s|e|y)$/u.exec(word) ?? [];
  return (short ?? word).replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
}
