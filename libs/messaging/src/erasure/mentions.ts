import type { GoneMembers } from './forget.ts';

/** A number that is an id in any context: no count is so long. */
const long = /(?<![\p{L}\p{N}.])\d{5,15}(?![\p{L}\p{N}])/gu;
/** Prefix of one id: `member 12`, `member_id: 12`, `"giver":12`, `id 12`, `#12`. */
const one =
  /(?<![\p{L}\p{N}])(?:member(?:[ _-]?id)?|id|giver|seeker)(?:\\{0,7}["'])?[\s:=#(]{1,4}|(?<![\p{L}\p{N}&])#/giu;
/** Prefix of several ids; the list decides whether they are any: `40 members 12 list` has none. */
const several =
  /(?<![\p{L}\p{N}])(?:(?:members|(?:member[ _-]?)?ids)(?:\\{0,7}["'])?\s{0,3}[:=]?\s{0,3}[[({#]{0,2}|(?:joined|left|givers|seekers)(?:\\{0,7}["'])?\s{0,3}[:=]\s{0,3}\[)/giu;
/** Spaces, also escaped as in JSON in a string, as many as a line of pretty JSON may be indented by. */
const gap = String.raw`(?:\s|\\{1,7}[nrt]){0,80}`;
const number = String.raw`#?(\d{1,15})(?![\p{L}\p{N}]|\.\d)`;
const first = new RegExp(`${gap}${number}`, 'uy');
/** Next number of a list, after a mark or a word. */
const next = new RegExp(
  String.raw`${gap}(?:[,;&]\s{0,3}(?:(?:and|or)\s)?|(?:and|or)\s)${gap}${number}`,
  'uy',
);

/**
 * Replaces with `…` the id of each of these members, where a number is certainly one. Takes one pass over the text,
 * however long its lists are.
 */
export function withoutMentions(text: string, gone: GoneMembers): string {
  const places = new Map<number, string>();
  for (const { index, 0: digits } of text.matchAll(long)) {
    places.set(index, digits);
  }
  for (const { index, 0: lead } of text.matchAll(one)) {
    listAt(text, index + lead.length, 1).forEach((id) => places.set(...id));
  }
  for (const { index, 0: lead } of text.matchAll(several)) {
    const ids = listAt(text, index + lead.length);
    if (lead.endsWith('[') || ids.length > 1 || /ids\W*[:=#]/i.test(lead)) {
      ids.forEach((id) => places.set(...id));
    }
  }
  let rest = '';
  let end = 0;
  for (const [start, digits] of [...places].sort(([a], [b]) => a - b)) {
    if (gone.has(Number(digits))) {
      rest += `${text.slice(end, start)}…`;
      end = start + digits.length;
    }
  }
  return end === 0 ? text : rest + text.slice(end);
}

/** Reads the numbers of the list that begins here, each with its position. */
function listAt(text: string, start: number, most = Infinity): [number, string][] {
  const ids: [number, string][] = [];
  for (let at = start; ids.length < most;) {
    const item = ids.length === 0 ? first : next;
    item.lastIndex = at;
    const digits = item.exec(text)?.[1];
    if (digits === undefined) {
      return ids;
    }
    at = item.lastIndex;
    ids.push([at - digits.length, digits]);
  }
  return ids;
}
