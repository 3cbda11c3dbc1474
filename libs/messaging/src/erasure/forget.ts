/** Members to remove, by a check of their ids. */
export interface GoneMembers {
  has(id: number): boolean;
}

/** Removes passages from a text. */
export type Redact = (text: string) => string;

/** Keys whose arrays hold member ids. */
const idLists = /^(?:joined|left|left_ids|leftIds|givers|seekers|.*member_?ids|.*members)$/i;
/** Keys whose value is the id of the member that the object around them is about. */
const idKeys: readonly string[] = ['member_id', 'giver', 'seeker'];

/** Deeper than anything that Warren writes; a walk without a limit would overflow the stack. */
const deepest = 100;

/**
 * Removes these members from a text. From JSON it removes objects about one of them (profiles, quotes, pairs) and their
 * ids in lists, also inside JSON in a string, such as tool results; every other text goes through `redact`, keys too.
 * Anything nested too deeply is removed whole. A text without them is returned unchanged, byte for byte.
 */
export function forgetMembers(text: string, gone: GoneMembers, redact: Redact = (words) => words): string {
  return forgetIn(text, { gone, redact, hasCut: false }, 0);
}

/** Returns the own words of these members in a JSON text. */
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
  /** True where something was nested too deeply. */
  hasCut: boolean;
}

function forgetIn(text: string, walk: Walk, depth: number): string {
  const parsed = parse(text);
  if (parsed === undefined) {
    return walk.redact(text);
  }
  const own = { ...walk, hasCut: false };
  const after = JSON.stringify(forget(parsed.value, own, depth));
  // What was cut may also be too deep to be written.
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

/** Parses lists and objects only: `12` and `"words"` are texts that happen to be JSON. */
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
