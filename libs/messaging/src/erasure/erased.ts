import { hash, randomBytes } from 'node:crypto';
import type { MembersChanged } from '@warren/contracts';
import { forgetMembers } from './forget.ts';
import type { GoneMembers } from './forget.ts';
import { withoutMentions } from './mentions.ts';
import { passagesOf, withoutPassages } from './passages.ts';

/** Characters of one passage in an event: 48 bits of its hash. */
const hashLength = 8;
/** Passages in one event, so that it stays well below what a message may hold. */
const passagesInEvent = 60_000;

/** Passages of erased members as events tell them: nobody reads them there, who has one finds it. */
export type ErasedPassages = NonNullable<MembersChanged['erased_passages']>;

/** The passages of these texts for events, each with a salt of its own; one at least, which may be without any. */
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

/** As events tell them, with these passages added under the same salt; of more than `most` the first go. */
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

/** Members who were erased, as they are remembered for a while: hashes of their ids and passages, and the salt of these. */
export interface ErasedNote {
  readonly salt: string;
  readonly members: readonly string[];
  /** Hashes of eight characters, one after the other. */
  readonly passages: string;
}

/** The note of these ids and passages; `texts` are their own words that were found besides. */
export function noteOf(
  memberIds: readonly number[],
  told: ErasedPassages | undefined,
  texts: readonly string[] = [],
): ErasedNote {
  const salt = told?.salt ?? newSalt();
  const found = passagesOf(texts).map((passage) => hashOf(salt, passage));
  return {
    salt,
    members: memberIds.map((id) => hashOf(salt, `member ${id}`)),
    passages: [...new Set([...hashesIn(told?.hashes ?? ''), ...found])].join(''),
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

/** Takes members out of whatever is kept, who are known by hashes alone. */
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

  /** Forgets all whom these forget. */
  static ofAll(parts: readonly Forgetting[]): Forgetting {
    const [only] = parts;
    return parts.length === 1 && only !== undefined
      ? only
      : new Forgetting(
          [],
          parts.flatMap(({ notes }) => notes),
        );
  }

  /** Whether this is the id of one of them. */
  has(id: number): boolean {
    return remembered(this.ids, id, () =>
      this.notes.some(({ salt, members }) => members.has(hashOf(salt, `member ${id}`))),
    );
  }

  /** The text without their passages, and without their ids where a number is one beyond doubt. */
  readonly redact = (text: string): string => withoutMentions(withoutPassages(text, this.isGone), this);

  /** What only the owners' own words stand in, e.g. quotes: members leave, and others' words stay as they are. */
  readonly leaveOut = (text: string): string => forgetMembers(text, this);

  /** What is kept, JSON or not, without them; the same text where it has nothing of them. */
  readonly forget = (text: string): string => forgetMembers(text, this, this.redact);

  private readonly isGone = (passage: string): boolean =>
    remembered(this.known, passage, () =>
      this.notes.some(({ salt, passages }) => passages.size > 0 && passages.has(hashOf(salt, passage))),
    );
}

/** Most of what is asked was asked before: texts are kept in many copies. */
const mostRemembered = 200_000;

function remembered<K>(known: Map<K, boolean>, key: K, ask: () => boolean): boolean {
  const before = known.get(key);
  if (before !== undefined) {
    return before;
  }
  if (known.size >= mostRemembered) {
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
