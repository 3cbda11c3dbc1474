/**
 * Reads an array as PHP serialises it (`a:1:{i:0;s:3:"tea";}`; lengths count bytes of UTF-8); undefined if the text is
 * none. A list has the keys 0 to n - 1.
 */
export function parsePhp(text: string): unknown {
  if (!/^a:\d+:\{.*\}$/s.test(text)) {
    return undefined;
  }
  const bytes = Buffer.from(text);
  const place = { at: 0 };
  const value = valueAt(bytes, place, 0);
  return value !== undefined && place.at === bytes.length ? value : textsOf(text);
}

/** The texts of a list whose lengths no longer count its bytes: it was converted to UTF-8 as it stood. */
function textsOf(text: string): string[] | undefined {
  const texts = Array.from(
    text.matchAll(/i:\d+;s:\d+:"(.*?)";(?=i:\d+;|\}$)/gs),
    ([, inside = '']) => inside,
  );
  return texts.length === Number(/\d+/.exec(text)?.[0]) ? texts : undefined;
}

const deepest = 20;

function valueAt(bytes: Buffer, place: { at: number }, depth: number): unknown {
  const head = bytes.toString('latin1', place.at, place.at + 40);
  const scalar = /^(?:N;|b:([01]);|[id]:(-?[\d.E+-]+);)/.exec(head);
  if (scalar !== null) {
    place.at += scalar[0].length;
    return scalar[1] !== undefined ? scalar[1] === '1' : scalar[2] === undefined ? null : Number(scalar[2]);
  }
  const string = /^s:(\d+):"/.exec(head);
  if (string !== null) {
    const from = place.at + string[0].length;
    const to = from + Number(string[1]);
    place.at = to + 2;
    return bytes.toString('latin1', to, to + 2) === '";' ? bytes.toString('utf8', from, to) : undefined;
  }
  const array = /^a:(\d+):\{/.exec(head);
  if (array === null || depth > deepest) {
    return undefined;
  }
  place.at += array[0].length;
  const entries: [string, unknown][] = [];
  for (let left = Number(array[1]); left > 0; left -= 1) {
    const key = valueAt(bytes, place, depth + 1);
    const value = valueAt(bytes, place, depth + 1);
    if ((typeof key !== 'string' && typeof key !== 'number') || value === undefined) {
      return undefined;
    }
    entries.push([String(key), value]);
  }
  if (bytes[place.at] !== 0x7d) {
    return undefined;
  }
  place.at += 1;
  return entries.every(([key], at) => key === String(at))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}
