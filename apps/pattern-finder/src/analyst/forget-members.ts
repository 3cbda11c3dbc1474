/** Takes passages out of a text. */
type Redact = (text: string) => string;

/** Keys whose arrays hold member ids. */
const idLists: readonly string[] = ['member_ids', 'related_member_ids', 'givers', 'seekers'];
/** Keys whose value is the id of the member that the object around them is about. */
const idKeys: readonly string[] = ['member_id', 'giver', 'seeker'];

/**
 * The JSON text without these members: objects about one of them (profiles, quotes, pairs) and their ids in lists are
 * left out, also inside JSON that stands in a string, as tool results do; every other text goes through `redact`.
 */
export function forgetMembers(
  text: string,
  memberIds: ReadonlySet<number>,
  redact: Redact = (said) => said,
): string {
  const parsed = parse(text);
  return parsed === undefined ? redact(text) : JSON.stringify(forget(parsed.value, memberIds, redact));
}

/** What the JSON text has of these members' own words. */
export function wordsOfMembers(text: string, memberIds: ReadonlySet<number>): string[] {
  const parsed = parse(text);
  return parsed === undefined ? [] : wordsIn(parsed.value, memberIds);
}

function wordsIn(value: unknown, gone: ReadonlySet<number>): string[] {
  if (typeof value === 'string') {
    return /^\s*[[{]/.test(value) ? wordsOfMembers(value, gone) : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const items: unknown[] = Object.values(value);
  const own = isAbout(value, gone) ? items.filter((item) => typeof item === 'string') : [];
  return [...own, ...items.flatMap((item) => wordsIn(item, gone))];
}

function forget(value: unknown, gone: ReadonlySet<number>, redact: Redact): unknown {
  if (typeof value === 'string') {
    return /^\s*[[{]/.test(value) ? forgetMembers(value, gone, redact) : redact(value);
  }
  if (Array.isArray(value)) {
    return value.filter((item) => !isAbout(item, gone)).map((item) => forget(item, gone, redact));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      idLists.includes(key) && Array.isArray(item)
        ? item.filter((id) => typeof id !== 'number' || !gone.has(id))
        : forget(item, gone, redact),
    ]),
  );
}

function isAbout(item: unknown, gone: ReadonlySet<number>): boolean {
  if (typeof item !== 'object' || item === null) {
    return false;
  }
  return Object.entries(item).some(
    ([key, id]: [string, unknown]) => idKeys.includes(key) && typeof id === 'number' && gone.has(id),
  );
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
