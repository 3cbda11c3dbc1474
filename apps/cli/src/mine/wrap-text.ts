/** Wraps a text at `width` columns, with a hanging indent after `lead`. */
export function wrapText(lead: string, text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(`${lead}${line} ${word}`) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  const indent = ' '.repeat(columnsOf(lead));
  return [...lines, line].map((each, at) => `${at === 0 ? lead : indent}${each}`).join('\n');
}

/** Strips control characters and line breaks from foreign text, so that a terminal can show it on one line. */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .toWellFormed()
    .trim();
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/gu;

/** Width of a text in terminal columns. */
function columnsOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '').replace(wide, '  ')].length;
}
