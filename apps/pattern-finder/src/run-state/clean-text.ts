/**
 * Normalises a text for storage: NFC, without control, formatting and other invisible characters (a name with them looks
 * like another), white space collapsed; line breaks are kept if `lines`.
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
