/**
 * Returns whether lines end in CR alone, as older spreadsheets on the Mac write them, at least about as often as in LF. A
 * CR within the lines or quotes of any other text is no line end.
 */
export function endsInCarriageReturn(sample: string): boolean {
  let isQuoted = false;
  let [alone, lineFeeds] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 34) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && code === 10) {
      lineFeeds += 1;
    } else if (!isQuoted && code === 13 && sample.charCodeAt(at + 1) !== 10) {
      alone += 1;
    }
  }
  return alone > 0 && alone * 2 >= lineFeeds;
}

/** Replaces CR and CRLF by LF, also where a piece ends between the two. */
export async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open = '';
  for await (const piece of pieces) {
    const text = open + piece;
    open = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - open.length).replaceAll(/\r\n?/g, '\n');
  }
  if (open !== '') {
    yield '\n';
  }
}
