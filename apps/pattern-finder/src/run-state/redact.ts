import { passagesOf, withoutPassages } from '@warren/messaging';

/** Takes out of a text the passages of four words or more that stand in any of the quotes, as their member wrote them. */
export function redactor(quotes: readonly string[]): (text: string) => string {
  const passages = new Set(passagesOf(quotes));
  return (text) => withoutPassages(text, (passage) => passages.has(passage));
}
