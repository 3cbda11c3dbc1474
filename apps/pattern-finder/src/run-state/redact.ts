import { passagesOf, withoutPassages } from '@warren/messaging';

/** Makes a function that redacts passages of four words or more of any of the quotes. */
export function redactor(quotes: readonly string[]): (text: string) => string {
  const passages = new Set(passagesOf(quotes));
  return (text) => withoutPassages(text, (passage) => passages.has(passage));
}
