/** Full-width or ornate letters, digits and signs of addresses: `ｍａｙａ＠ｅｘａｍｐｌｅ`, `𝓜𝓪𝔂𝓪`. */
const ornate =
  /[\uff03\uff0b\uff0d-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a\u24b6-\u24e9\u{1d400}-\u{1d7ff}]+/gu;

/**
 * Reduces a text to what a reader sees: no control, formatting, zero-width or private-use characters except line ends;
 * letters and digits in their usual form; runs of spaces collapsed.
 */
export function stripInvisible(text: string): string {
  // Nearly all labels are plain already.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) {
    return text;
  }
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\t\u2800]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]|[\p{Default_Ignorable_Code_Point}\u20e3]/gu, '')
    .replace(ornate, (found) => found.normalize('NFKC'))
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
