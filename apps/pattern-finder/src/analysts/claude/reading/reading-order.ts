import type { RunReading } from '@warren/contracts';

/** A text that there is to read, without its words. */
export interface TextEntry {
  readonly memberId: number;
  readonly hash: string;
  readonly characters: number;
  /** Revision at which the member last changed. */
  readonly revision: number;
}

/** Texts that were read, by `keyOf`. */
export interface TextsRead {
  readonly inRun: ReadonlySet<string>;
  /** By earlier runs that came to an end, with the latest of them. */
  readonly before: ReadonlyMap<string, number>;
  /** Members of whom earlier runs have read some text, though perhaps not the one there is now. */
  readonly membersBefore: ReadonlySet<number>;
}

/** Identifies one text of one member: a changed one is another. */
export function keyOf({ memberId, hash }: Pick<TextEntry, 'memberId' | 'hash'>): string {
  return `${memberId} ${hash}`;
}

/**
 * The texts that a run is still to read: those that no run has read, newest first; with `again`, then those of earlier runs
 * too, least recently read first. The order is that at the start of the run, so that `after` continues in it.
 */
export function toRead(
  texts: readonly TextEntry[],
  { inRun, before }: TextsRead,
  { after, again = false }: { after?: number | undefined; again?: boolean | undefined } = {},
): TextEntry[] {
  const lastRun = (text: TextEntry): number => before.get(keyOf(text)) ?? 0;
  const ordered = texts
    .filter((text) => again || lastRun(text) === 0)
    .sort((a, b) => lastRun(a) - lastRun(b) || b.revision - a.revision || b.memberId - a.memberId);
  const start = ordered.findIndex(({ memberId }) => memberId === after) + 1;
  return ordered.slice(start).filter((text) => !inRun.has(keyOf(text)));
}

/** How much of what there is was read, and by whom not. */
export function coverageOf(
  texts: readonly TextEntry[],
  read: TextsRead,
): { reading: Omit<RunReading, 'unread_member_ids'>; unreadIds: number[] } {
  const unread = toRead(texts, read).map(({ memberId }) => memberId);
  return {
    reading: {
      members: texts.length,
      read: texts.length - unread.length,
      read_in_run: texts.filter((text) => read.inRun.has(keyOf(text))).length,
      unread: unread.length,
    },
    unreadIds: unread,
  };
}

/** All texts if they have at most so many characters together; else a sample spread evenly over them that does. */
export function withinCharacters(texts: readonly TextEntry[], most: number): TextEntry[] {
  const total = sumOf(texts);
  if (total <= most) {
    return [...texts];
  }
  const count = Math.floor((texts.length * most) / total);
  let left = most;
  return Array.from(
    { length: count },
    (_, place) => texts[Math.floor((place * texts.length) / count)],
  ).filter((text): text is TextEntry => {
    const fits = text !== undefined && text.characters <= left;
    left -= fits ? text.characters : 0;
    return fits;
  });
}

function sumOf(texts: readonly TextEntry[]): number {
  return texts.reduce((sum, { characters }) => sum + characters, 0);
}
