/** A text in lines of at most `width` columns, the first after `lead`, the others as far in. */
export function hanging(lead: string, text: string, width: number): string {
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

/** A text from a file of somebody else’s as a terminal may show it: no control characters, one line. */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .toWellFormed()
    .trim();
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/gu;

/** Columns that a terminal gives a text. */
function columnsOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '').replace(wide, '  ')].length;
}
