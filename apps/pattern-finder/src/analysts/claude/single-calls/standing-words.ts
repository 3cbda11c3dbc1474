/** A text as words are compared: NFC, without case, white space collapsed. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Whether these words, and some there are, stand in a text. */
export function standIn(text: string, words: string): boolean {
  const wanted = folded(words);
  return wanted !== '' && folded(text).includes(wanted);
}
