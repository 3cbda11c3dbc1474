import { hash, randomBytes } from 'node:crypto';
import type { MembersChanged } from '@warren/contracts';
import { forgetMembers } from './forget.ts';
import type { GoneMembers } from './forget.ts';
import { withoutMentions } from './mentions.ts';
import { passagesOf, withoutPassages } from './passages.ts';

/** Characters of one passage in an event: 48 bits of its hash. */
const hashLength = 8;
/** Passages in one event, which keeps it well below NATS's largest message. */
const passagesInEvent = 60_000;

/** Passages of erased members in events, hashed: they cannot be read, but a service that stores one can match it. */
export type ErasedPassages = NonNullable<MembersChanged['erased_passages']>;

/** Hashes the passages of these texts for events, each part with its own salt; at least one part, perhaps empty. */
export function erasedPassages(texts: readonly string[]): ErasedPassages[] {
  const passages = passagesOf(texts);
  const parts: ErasedPassages[] = [];
  for (let at = 0; at === 0 || at < passages.length; at += passagesInEvent) {
    const salt = newSalt();
    const part = passages.slice(at, at + passagesInEvent);
    parts.push({ salt, hashes: part.map((passage) => hashOf(salt, passage)).join('') });
  }
  return parts;
}

/** Adds passages under the same salt; drops the first of more than `most`. */
export function withPassages(
  before: ErasedPassages | undefined,
  passages: readonly string[],
  most: number,
): ErasedPassages {
  const salt = before?.salt ?? newSalt();
  const added = passages.map((passage) => hashOf(salt, passage));
  const hashes = [...new Set([...hashesIn(before?.hashes ?? ''), ...added])].slice(-most);
  return { salt, hashes: hashes.join('') };
}

/** Record of erased members: hashes of their ids and passages, and the salt of these. */
export interface ErasedNote {
  readonly salt: string;
  readonly members: readonly string[];
  /** Hashes of eight characters, one after the other. */
  readonly passages: string;
}

/** Builds the record of these ids and passages; `texts` are further texts of theirs. */
export function noteOf(
  memberIds: readonly number[],
  published: ErasedPassages | undefined,
  texts: readonly string[] = [],
): ErasedNote {
  const salt = published?.salt ?? newSalt();
  const found = passagesOf(texts).map((passage) => hashOf(salt, passage));
  return {
    salt,
    members: memberIds.map((id) => hashOf(salt, `member ${id}`)),
    passages: [...new Set([...hashesIn(published?.hashes ?? ''), ...found])].join(''),
  };
}

function hashesIn(text: string): string[] {
  return text.match(new RegExp(`.{${hashLength}}`, 'gs')) ?? [];
}

interface Hashes {
  readonly salt: string;
  readonly members: ReadonlySet<string>;
  readonly passages: ReadonlySet<string>;
}

/** Removes erased members, known only by hashes, from stored texts. */
export class Forgetting implements GoneMembers {
  private readonly notes: readonly Hashes[];
  private readonly ids = new Map<number, boolean>();
  private readonly known = new Map<string, boolean>();

  constructor(notes: readonly ErasedNote[], known: readonly Hashes[] = []) {
    const own = notes.map(({ salt, members, passages }) => ({
      salt,
      members: new Set(members),
      passages: new Set(hashesIn(passages)),
    }));
    this.notes = [...own, ...known];
  }

  /** Joins several into one. */
  static ofAll(parts: readonly Forgetting[]): Forgetting {
    const [only] = parts;
    return parts.length === 1 && only !== undefined
      ? only
      : new Forgetting(
          [],
          parts.flatMap(({ notes }) => notes),
        );
  }

  /** Returns whether this is the id of one of them. */
  has(id: number): boolean {
    return cached(this.ids, id, () =>
      this.notes.some(({ salt, members }) => members.has(hashOf(salt, `member ${id}`))),
    );
  }

  /** Removes their passages from a text, and their ids where a number is certainly one. */
  readonly redact = (text: string): string => withoutMentions(withoutPassages(text, this.isGone), this);

  /** Removes their entries from a text in which each entry holds only its owner's words, e.g. quotes. */
  readonly leaveOut = (text: string): string => forgetMembers(text, this);

  /** Removes them from a text, JSON or not; returns the same text where it has nothing of them. */
  readonly forget = (text: string): string => forgetMembers(text, this, this.redact);

  private readonly isGone = (passage: string): boolean =>
    cached(this.known, passage, () =>
      this.notes.some(({ salt, passages }) => passages.size > 0 && passages.has(hashOf(salt, passage))),
    );
}

/** Size of the cache of checks: most repeat, since texts are stored in many copies. */
const cacheSize = 200_000;

function cached<K>(known: Map<K, boolean>, key: K, ask: () => boolean): boolean {
  const before = known.get(key);
  if (before !== undefined) {
    return before;
  }
  if (known.size >= cacheSize) {
    known.clear();
  }
  const answer = ask();
  known.set(key, answer);
  return answer;
}

function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

function hashOf(salt: string, text: string): string {
  return hash('sha256', `${salt} ${text}`, 'base64url').slice(0, hashLength);
}
