/**
 * A text as it is kept: NFC, without control, formatting and other characters that cannot be seen (a name in which they stand looks
 * like another that it is not), white space folded, line ends kept where `lines`.
 */
export function cleanText(text: string, lines = false): string {
  const seen = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]|\p{Default_Ignorable_Code_Point}/gu, '');
  return lines
    ? seen
        .replace(/ *\n */g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : seen.replace(/\s+/g, ' ').trim();
}
