const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Two syllables that no other number has: `babe`, `dofu`. */
function syllables(n: number): string {
  const one = (place: number): string =>
    `${consonants.charAt(place % consonants.length)}${vowels.charAt(Math.floor(place / consonants.length) % vowels.length)}`;
  return one(n % 70) + one(Math.floor(n / 70));
}

/** A word of one canary, which exists in no language and nowhere else. */
export function token(kind: string, n: number): string {
  return `q${kind}${syllables(n)}x`;
}

/** A harmless word, which must not be redacted. */
export function harmless(kind: string, n: number): string {
  return `lamp${kind}${syllables(n)}`;
}

/** Ten digits that no other canary has, as North America writes them: area, exchange, line. */
export function digits(n: number): [area: string, exchange: string, line: string] {
  const rest = String(5_550_123 + n * 31);
  return ['541', rest.slice(0, 3), rest.slice(3)];
}

/** The name of a synthetic member; some have an accent, which `fold` removes. */
export function syntheticName(n: number): { first: string; last: string } {
  const first = `Qi${syllables(n)}n`;
  const last = `Vro${syllables(n)}lt`;
  return {
    first: n % 6 === 1 ? first.replace('i', 'í') : first,
    last: n % 6 === 2 ? `${last}-Mu${syllables(n)}rq` : last,
  };
}

/** Folds a text to search it for canaries: no case, accents, widths or invisible characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
