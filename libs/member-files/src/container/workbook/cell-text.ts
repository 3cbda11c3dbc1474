/** A moment of a sheet as text: a day where it is midnight, a time of day where it has no day. */
export function momentText(moment: Date): string {
  if (Number.isNaN(moment.getTime())) {
    return '';
  }
  // readers compute times from fractions of a day, and many are a millisecond early
  const text = new Date(Math.round(moment.getTime() / 1_000) * 1_000).toISOString().slice(0, 19);
  const [day = '', time = ''] = text.split('T');
  if (day < '1900-01-01') {
    return time;
  }
  return time === '00:00:00' ? day : text;
}

/**
 * A number as written plainly: whole numbers of up to 15 digits without an exponent, others with the 15 digits that a
 * spreadsheet keeps. Larger ones stay as the file has them, since they may have been rounded.
 */
export function numberText(written: string): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number) || Math.abs(number) >= 1e15) {
    return written.trim();
  }
  return Number.isInteger(number)
    ? number.toFixed(0).replace(/^-0$/, '0')
    : String(Number(number.toPrecision(15)));
}

/** A truth as spreadsheets show it. */
export function truthText(truth: boolean): string {
  return truth ? 'TRUE' : 'FALSE';
}

/** A text with its line ends as line feeds; `_x000d_` is how workbooks write a carriage return. */
export function lineFeeds(text: string): string {
  return /[\r_]/.test(text) ? text.replaceAll(/_x000d_/gi, '\r').replaceAll(/\r\n?/g, '\n') : text;
}
