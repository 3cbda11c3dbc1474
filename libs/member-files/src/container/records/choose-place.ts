import type { Candidate, JsonPlaces, Place } from './json-places.ts';

/** The place that is read, and a sentence on it where there was a choice. */
export interface Choice {
  place: Place;
  notes: string[];
}

/** Objects of people in one place after which no other place is looked for. */
export const enoughObjects = 5_000;

const peopleKeys =
  /^(all|the|active|our)?(members?|people|persons?|users?|contacts?|contributors?|participants?|attendees?|speakers?|profiles?|students?|employees?|volunteers?|subscribers?|customers?|mitglieder|personen|teilnehmer|teilnehmende|membres|personnes|miembros|personas|membri|persone|leden)(list|e?s)?$/;
const addressKeys = /^(e?mail|emailaddress|primaryemail|contactemail|useremail|emails)$/;
const nameKeys =
  /^(name|fullname|firstname|lastname|givenname|familyname|displayname|realname|username|login|vorname|nachname|nom|prenom|nombre|nome|cognome|profile)$/;
const ownKeys = /^(e?mail|emailaddress|externalid|memberid)$/;
const idKeys = /^(externalid|memberid|userid|uid|id)$/;

/** Chooses where the members stand; undefined where nothing in the file can be members. */
export function choosePlace(places: JsonPlaces): Choice | undefined {
  const [values, ...inner] = places.candidates;
  if (values !== undefined && values.objects > 1) {
    return { place: { kind: 'values', path: [] }, notes: [] };
  }
  const eligible = inner.filter((candidate) => isEligible(candidate, inner));
  const ranked = eligible
    .filter((candidate) => !eligible.some((outer) => isPartOf(candidate, outer)))
    .toSorted((a, b) => score(b) - score(a) || b.objects - a.objects || a.path.length - b.path.length);
  const [best, ...others] = ranked;
  if (isPerson(places, best)) {
    return { place: { kind: 'values', path: [] }, notes: [] };
  }
  const empty = emptyList(inner);
  if (best === undefined || (empty !== undefined && isMembers(empty.place) && score(best) < 3)) {
    return empty;
  }
  const rivals = others.filter((other) => !contains(best, other) && other.objects > 0).slice(0, 10);
  const isPlain = best.kind === 'list' && (best.path.length === 0 || isMembers(best));
  if (isPlain && rivals.length === 0) {
    return { place: best, notes: [] };
  }
  const notRead = rivals.length === 0 ? '' : `; not read: ${rivals.map(described).join(', ')}`;
  return { place: best, notes: [`The members are read from ${described(best)}${notRead}.`] };
}

/** A list without any object holds no members, if it stands where members would. */
function emptyList(candidates: readonly Candidate[]): Choice | undefined {
  const lists = candidates.filter(({ kind, objects, others }) => kind === 'list' && objects + others === 0);
  const list = lists.find(({ path }) => path.length === 0) ?? lists.find(isMembers);
  return list && { place: list, notes: [] };
}

function isEligible(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { kind, objects, others, path, keys } = candidate;
  if (kind === 'list') {
    return objects > 0 && (objects >= others || path.length === 0);
  }
  if (objects === 0 || others > objects / 10) {
    return false;
  }
  if ([...keys.keys()].every((key) => /^\d+$/.test(key))) {
    // a map of columns, each from row number to value
    return false;
  }
  const common = Math.max(0, ...keys.values());
  const seen = Math.min(objects, 200);
  const isAlike = objects > 1 ? common >= Math.max(2, seen / 2) : keyScore([...keys.keys()]) >= 2;
  // a map whose values hold lists of their own only groups them
  return (
    isAlike && !(objects === 1 && all.some((inner) => inner.kind === 'list' && contains(candidate, inner)))
  );
}

/** Returns whether a place belongs to the items of an outer one: each member may have lists of its own. */
function isPartOf(inner: Candidate, outer: Candidate): boolean {
  return contains(outer, inner) && (score(outer) >= score(inner) || score(inner) < 3);
}

/** Returns whether the file is a single object that is itself a member, with lists of its own. */
function isPerson({ rootFields, candidates }: JsonPlaces, best: Candidate | undefined): boolean {
  if (candidates[0]?.objects !== 1 || rootFields.size === 0) {
    return false;
  }
  const fields = [...rootFields].map(plain);
  const has = (pattern: RegExp): boolean => fields.some((field) => pattern.test(field));
  return best === undefined
    ? has(addressKeys) || has(nameKeys) || has(idKeys)
    : has(ownKeys) && score(best) < 3;
}

/** How much a place looks like people, 0 to 10. */
function score(candidate: Candidate): number {
  const { path, keys, innerKeys } = candidate;
  return (
    4 * Number(candidate.kind === 'list' && isMembers(candidate)) +
    3 * Number(peopleKeys.test(plain(path.at(-1) ?? ''))) +
    keyScore([...keys.keys(), ...innerKeys])
  );
}

function keyScore(keys: readonly string[]): number {
  const written = keys.map(plain);
  return (
    2 * Number(written.some((key) => addressKeys.test(key))) +
    Number(written.some((key) => nameKeys.test(key)))
  );
}

/** Returns whether a place certainly holds people: it stands where a list does, and is named so or has addresses. */
export function isPeople(candidate: Candidate): boolean {
  return candidate.kind === 'list' && (candidate.path.length === 0 || score(candidate) >= 3);
}

function isMembers({ path }: Place): boolean {
  return path.length === 1 && path[0] === 'members';
}

function contains(outer: Candidate, inner: Candidate): boolean {
  return inner.path.length > outer.path.length && outer.path.every((key, at) => key === inner.path[at]);
}

function described({ kind, path, objects }: Candidate): string {
  const where = path.length === 0 ? 'the outermost object' : `"${path.join('.')}"`;
  const count = objects > enoughObjects ? `more than ${enoughObjects.toLocaleString('en')}` : String(objects);
  return `${where} (${kind === 'map' ? 'a map of ' : ''}${count} ${objects === 1 ? 'object' : 'objects'})`;
}

function plain(key: string): string {
  return key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
