/** The members to forget: told by their ids, which need not be known otherwise. */
export interface GoneMembers {
  has(id: number): boolean;
}

/** Takes passages out of a text. */
export type Redact = (text: string) => string;

/** Keys whose arrays hold member ids. */
const idLists = /^(?:joined|left|left_ids|leftIds|givers|seekers|.*member_?ids|.*members)$/i;
/** Keys whose value is the id of the member that the object around them is about. */
const idKeys: readonly string[] = ['member_id', 'giver', 'seeker'];

/** Nothing that Warren writes is nested so deeply; whoever walks down without a bound runs out of stack. */
const deepest = 100;

/**
 * The text without these members. Of JSON, objects about one of them (profiles, quotes, pairs) and their ids in lists
 * are left out, also inside JSON that stands in a string, as tool results do; every other text goes through `redact`,
 * keys too. What lies too deep to be looked at is left out whole. What has nothing of them comes back as it was, byte
 * for byte.
 */
export function forgetMembers(text: string, gone: GoneMembers, redact: Redact = (said) => said): string {
  return forgetIn(text, { gone, redact, hasCut: false }, 0);
}

/** What the JSON text has of these members' own words. */
export function wordsOfMembers(text: string, gone: GoneMembers): string[] {
  return wordsIn(text, gone, 0);
}

function wordsIn(text: string, gone: GoneMembers, depth: number): string[] {
  const parsed = parse(text);
  return parsed === undefined ? [] : ownWords(parsed.value, gone, depth);
}

function ownWords(value: unknown, gone: GoneMembers, depth: number): string[] {
  if (typeof value === 'string') {
    return looksLikeJson(value) ? wordsIn(value, gone, depth) : [];
  }
  if (typeof value !== 'object' || value === null || depth > deepest) {
    return [];
  }
  const items: unknown[] = Object.values(value);
  const own = isAbout(value, gone) ? items.filter((item) => typeof item === 'string') : [];
  return [...own, ...items.flatMap((item) => ownWords(item, gone, depth + 1))];
}

interface Walk {
  readonly gone: GoneMembers;
  readonly redact: Redact;
  /** Whether something lay too deep. */
  hasCut: boolean;
}

function forgetIn(text: string, walk: Walk, depth: number): string {
  const parsed = parse(text);
  if (parsed === undefined) {
    return walk.redact(text);
  }
  const own = { ...walk, hasCut: false };
  const after = JSON.stringify(forget(parsed.value, own, depth));
  // What was cut may be too deep to be written as well.
  return !own.hasCut && JSON.stringify(parsed.value) === after ? text : after;
}

function forget(value: unknown, walk: Walk, depth: number): unknown {
  const { gone, redact } = walk;
  if (typeof value === 'string') {
    return looksLikeJson(value) ? forgetIn(value, walk, depth) : redact(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth > deepest) {
    walk.hasCut = true;
    return null;
  }
  if (Array.isArray(value)) {
    return value.filter((item) => !isAbout(item, gone)).map((item) => forget(item, walk, depth + 1));
  }
  if (isAbout(value, gone)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      redact(key),
      forget(idLists.test(key) ? withoutIds(item, gone) : item, walk, depth + 1),
    ]),
  );
}

function withoutIds(value: unknown, gone: GoneMembers): unknown {
  return Array.isArray(value) ? value.filter((id) => typeof id !== 'number' || !gone.has(id)) : value;
}

function isAbout(item: unknown, gone: GoneMembers): boolean {
  if (typeof item !== 'object' || item === null) {
    return false;
  }
  return Object.entries(item).some(
    ([key, id]: [string, unknown]) => idKeys.includes(key) && typeof id === 'number' && gone.has(id),
  );
}

function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** Only lists and objects are JSON here: `12` and `"words"` are texts that happen to be. */
function parse(text: string): { value: object } | undefined {
  if (!looksLikeJson(text)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : undefined;
  } catch {
    return undefined;
  }
}
