import type { CanaryCommunity } from './members.ts';
import { fold } from './tokens.ts';

/** Finds every canary in a text, with its context. */
export function leaksIn(text: string, { words, numbers, fullNames }: CanaryCommunity): string[] {
  const folded = fold(text);
  const around = (at: number): string => folded.slice(Math.max(0, at - 80), at + 60);
  const found = words.flatMap((word) => {
    const at = folded.indexOf(word);
    return at < 0 ? [] : [`${word}: ${around(at)}`];
  });
  const named = fullNames.flatMap((name) => {
    const [first = '', last = ''] = name.split(' ');
    const both = `(?:${first}[^a-z0-9]{1,3}(?:[a-z]+[^a-z0-9]{1,3})?${last}|${last}[^a-z0-9]{1,3}${first})`;
    const at = folded.search(new RegExp(`(?<![a-z])${both}(?![a-z])`));
    return at < 0 ? [] : [`${name}: ${around(at)}`];
  });
  const digits = folded
    .replace(/\p{Nd}/gu, (digit) => digit.normalize('NFKD'))
    .replace(/(?<=\d)[^\d"]{1,3}(?=\d)/g, '');
  return [...found, ...named, ...numbers.filter((number) => digits.includes(number))];
}

/** Every text inside a JSON value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(textsIn);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
