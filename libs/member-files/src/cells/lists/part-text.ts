import type { Levelled } from '../levels.ts';
import { commaPieces } from '../options/pieces.ts';
import { entryKey } from './evidence.ts';
import type { ListEvidence } from './evidence.ts';
import { partByMarks } from './marks.ts';
import {
  halvesOf,
  hasOwnSeparator,
  hasSlash,
  isProse,
  nameOfOwn,
  partByOwn,
  partBySlash,
  partByTightSlash,
  withoutAnd,
} from './separators.ts';
import { entriesOf } from './values.ts';
import { parseWritten } from './written.ts';

/** Labels of a cell, and how they were parted, for people. */
export interface Parted {
  notation: string;
  entries: Levelled[];
}

/** Parts the text of a cell into labels, as it is written itself and as its column shows that it is meant. */
export function partText(text: string, evidence: ListEvidence, knownKeys: ReadonlySet<string>): Parted {
  const written = parseWritten(text);
  if (written !== undefined) {
    return { notation: `lists as ${written.notation}`, entries: tryEntries(written.value) };
  }
  const { notation, entries } = partLine(text, evidence, knownKeys);
  return {
    notation,
    entries: entries.map((entry) => ({ label: entry.trim() })).filter(({ label }) => label !== ''),
  };
}

/** A code as its option may be worded: "bee_keeping" is Bee keeping. */
function codeKey(code: string): string {
  return entryKey(code.replaceAll('_', ' '));
}

function tryEntries(value: unknown): Levelled[] {
  try {
    return entriesOf(value, () => undefined);
  } catch {
    return [];
  }
}

function partLine(
  text: string,
  evidence: ListEvidence,
  knownKeys: ReadonlySet<string>,
): { notation: string; entries: string[] } {
  if (knownKeys.has(entryKey(text))) {
    return { notation: 'one', entries: [text] };
  }
  const marked = partByMarks(text);
  if (marked !== undefined) {
    return { notation: `parted by ${marked.notation}`, entries: marked.entries };
  }
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  if (hasOwnSeparator(line)) {
    return {
      notation: `parted by ${nameOfOwn(line)}`,
      entries: partByOwn(withoutEnd(line)).flatMap((entry) =>
        isOneEntry(entry, evidence) ? [entry] : byCommas(entry, evidence),
      ),
    };
  }
  if (evidence.usesTightSlash && line.includes('/')) {
    return { notation: 'parted by slashes', entries: partByTightSlash(line) };
  }
  if (evidence.usesSlash && hasSlash(line)) {
    return { notation: 'parted by " / "', entries: partBySlash(line) };
  }
  if (evidence.usesOwn && isOneEntry(line, evidence)) {
    return { notation: 'one', entries: [line] };
  }
  const codes = line.split(/\s+/);
  if (
    codes.length > 1 &&
    codes.every((code) => knownKeys.has(entryKey(code)) || knownKeys.has(codeKey(code)))
  ) {
    return { notation: 'parted by blanks', entries: codes };
  }
  if (!evidence.isForm && evidence.options.length === 0 && isProse(line)) {
    return { notation: 'one', entries: [line] };
  }
  const entries = byCommas(line, evidence);
  return { notation: entries.length > 1 ? 'parted by commas' : 'one', entries };
}

/** Returns whether a text with commas in a column of other separators is one entry: not all of its pieces are entries. */
function isOneEntry(text: string, { alone }: ListEvidence): boolean {
  const pieces = commaPieces(text);
  return pieces.length < 2 || !pieces.every((piece) => alone.has(entryKey(piece)));
}

function byCommas(text: string, evidence: ListEvidence): string[] {
  const entries = evidence.whole(commaPieces(text));
  const last = entries.pop();
  if (last === undefined) {
    return [];
  }
  const piece = entries.length > 0 ? withoutAnd(last) : last;
  return [...entries, ...partAtAnd(piece, entries.length > 0, evidence)].map((entry) =>
    withoutStop(entry, evidence.alone),
  );
}

/** Parts "choir and tea" at the end of a typed list if its halves occur as entries, and it hardly occurs as one. */
function partAtAnd(text: string, isEndOfList: boolean, { alone, isForm }: ListEvidence): string[] {
  const halves = halvesOf(text);
  if (halves === undefined) {
    return [text];
  }
  const counts = halves.map((half) => alone.get(entryKey(half)) ?? 0);
  const together = alone.get(entryKey(text)) ?? 0;
  const count = isEndOfList && !isForm ? Math.max(...counts) : Math.min(...counts);
  return count > 0 && together <= Math.max(1, count / 4) ? halves : [text];
}

/** Takes the full stop from the end of "grants; budgets; reporting." */
function withoutEnd(line: string): string {
  return /\p{L}{4}\.$/u.test(line) ? line.slice(0, -1) : line;
}

/** Takes the full stop from behind a list: "Chess, choir." */
function withoutStop(entry: string, alone: ReadonlyMap<string, number>): string {
  return /[^.]\.$/.test(entry) && alone.has(entryKey(entry.slice(0, -1))) ? entry.slice(0, -1) : entry;
}
