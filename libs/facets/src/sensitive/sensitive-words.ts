import { createHash } from 'node:crypto';
import { SensitiveKind } from '@warren/contracts';
import { identity, ownBefore, ownWords, wordSets, workAfter, workBefore } from './vocabulary/context.ts';
import { sensitiveVocabulary } from './vocabulary/index.ts';
import { endOfPattern, wordPatternsOf } from './word-pattern.ts';
import type { WordPattern } from './word-pattern.ts';
import { isNumber } from './word-test.ts';
import { WordTrie } from './word-trie.ts';
import { textWordsOf } from './words.ts';
import type { TextWord } from './words.ts';

/** Version of the rules below: facets that were stored under another are read again. */
const sensitiveRules = 1;

/** Words of a text that say something sensitive, and where they stand in it. */
export interface SensitiveMention {
  readonly kind: SensitiveKind;
  /** As written, without invisible characters. */
  readonly words: string;
}

/** Words that an operator adds to a kind, and words that say nothing sensitive there. */
export interface OwnSensitiveWords {
  readonly kind: SensitiveKind;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** `own` are words that the operator added: no phrase that is harmless elsewhere hides them. */
type Role = 'always' | 'topic' | 'label' | 'harmless' | 'own' | 'removed';
type ContextRole = 'workAfter' | 'workBefore' | 'own' | 'ownBefore' | 'identity';
interface Entry<R> {
  readonly role: R;
  readonly kind: SensitiveKind;
  readonly pattern: WordPattern;
}
/** Words `from` up to, but without, `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}
interface Hit<R> extends Span {
  readonly role: R;
  readonly kind: SensitiveKind;
}

/** Most words of an entry of a list, or of an answer that is one. */
const longestLabel = 6;
/** Clauses of so few words, and so many of them, are a list. */
const shortClause = 3;
const fewestEntries = 3;
/** Most words between "work with" and what the work is with, and between it and a "centre" behind it. */
const reachBefore = 4;
const reachAfter = 1;
const reachOwn = 1;
const fillers = new Set([
  'i',
  'm',
  'am',
  'a',
  'an',
  'the',
  'proud',
  'bin',
  'ich',
  'je',
  'suis',
  'soy',
  'sono',
  'ben',
  'ik',
  'sou',
]);
const largestCache = 100_000;

/** Finds what people say of themselves that is sensitive, in texts and in entries of lists, in several languages. */
export class SensitiveWords {
  /** Short hash of the words: facets stored under another one must be read again. */
  readonly version: string;
  private readonly words = new WordTrie<Entry<Role>>();
  private readonly context = contextTrie();
  private readonly labels = new Map<string, readonly SensitiveKind[]>();

  constructor(own: readonly OwnSensitiveWords[] = []) {
    const hash = createHash('sha256').update(JSON.stringify([sensitiveRules, own]));
    for (const kind of SensitiveKind.options) {
      const { always, topics = '', labels = '', harmless = '' } = sensitiveVocabulary[kind];
      hash.update(JSON.stringify([kind, always, topics, labels, harmless]));
      this.add('always', kind, always);
      this.add('topic', kind, topics);
      this.add('label', kind, labels);
      this.add('harmless', kind, harmless);
    }
    for (const { kind, add, remove } of own) {
      this.add('own', kind, add.join('\n'));
      this.add('removed', kind, remove.join('\n'));
    }
    this.version = hash.digest('hex').slice(0, 12);
  }

  /** Everything sensitive in a text, in its order. */
  in(written: string): SensitiveMention[] {
    const { text, words } = textWordsOf(written);
    return this.findings(words, labelsIn(words)).map(({ kind, from, to }) => ({
      kind,
      words: text.slice(words[from]?.start, words[to - 1]?.end),
    }));
  }

  /** A text without the sentences that say something sensitive. */
  removeFrom(written: string): string {
    const { text, words } = textWordsOf(written);
    const found = this.findings(words, labelsIn(words));
    if (found.length === 0) {
      return written;
    }
    const sensitive = new Set(found.map(({ from }) => words[from]?.sentence));
    const starts = words.filter(({ sentence }, at) => at === 0 || sentence !== words[at - 1]?.sentence);
    return starts
      .flatMap(({ start, sentence }, at) =>
        sensitive.has(sentence) ? [] : [text.slice(at === 0 ? 0 : start, starts[at + 1]?.start)],
      )
      .join('')
      .trim();
  }

  /** The kinds of which an entry of a list is. Each is read once: a community writes the same ones over and over. */
  kindsOf(label: string): readonly SensitiveKind[] {
    const known = this.labels.get(label);
    if (known !== undefined) {
      return known;
    }
    const { words } = textWordsOf(label);
    const kinds = [...new Set(this.findings(words, clausesOf(words)).map(({ kind }) => kind))];
    if (this.labels.size >= largestCache) {
      this.labels.clear();
    }
    this.labels.set(label, kinds);
    return kinds;
  }

  /** Returns whether a facet is sensitive: its label as written, or as folded in its key. */
  isSensitiveFacet(key: string, label: string = key.slice(key.indexOf(':') + 1)): boolean {
    return this.kindsOfFacet(key, label).length > 0;
  }

  /** The kinds of which a facet is. */
  kindsOfFacet(key: string, label: string = key.slice(key.indexOf(':') + 1)): readonly SensitiveKind[] {
    const asWritten = this.kindsOf(label);
    return asWritten.length > 0 ? asWritten : this.kindsOf(key.slice(key.indexOf(':') + 1));
  }

  private add(role: Role, kind: SensitiveKind, patterns: string): void {
    for (const pattern of wordPatternsOf(patterns, wordSets)) {
      for (const spelling of pattern.first) {
        this.words.add(spelling, { role, kind, pattern });
      }
    }
  }

  private findings(words: readonly TextWord[], labels: readonly Span[]): Hit<Role>[] {
    const hits = hitsIn(this.words, words);
    if (hits.length === 0) {
      return [];
    }
    const masks = hits.filter(({ role }) => role === 'harmless');
    const removed = hits.filter(({ role }) => role === 'removed');
    const found = hits.filter(
      (hit) =>
        hit.role !== 'harmless' &&
        hit.role !== 'removed' &&
        (hit.role === 'own' || !masks.some((mask) => holds(mask, hit))) &&
        !removed.some((mask) => mask.kind === hit.kind && holds(mask, hit)),
    );
    const isCertain = found.every(({ role }) => role === 'always' || role === 'own');
    const contexts = isCertain ? [] : hitsIn(this.context, words);
    return withoutRepeats(
      found.filter((hit) => {
        switch (hit.role) {
          case 'topic':
            return !isWork(hit, contexts, words);
          case 'label':
            return isAllOf(hit, labels) || isIdentity(hit, contexts, words);
          default:
            return true;
        }
      }),
    );
  }
}

function contextTrie(): WordTrie<Entry<ContextRole>> {
  const trie = new WordTrie<Entry<ContextRole>>();
  for (const [role, patterns] of Object.entries({
    workAfter,
    workBefore,
    own: ownWords,
    ownBefore,
    identity,
  })) {
    for (const pattern of wordPatternsOf(patterns, wordSets)) {
      for (const spelling of pattern.first) {
        trie.add(spelling, { role: role as ContextRole, kind: 'health', pattern });
      }
    }
  }
  return trie;
}

function hitsIn<R>(trie: WordTrie<Entry<R>>, words: readonly TextWord[]): Hit<R>[] {
  return words.flatMap(({ folded }, from) =>
    entriesOf(trie, folded).flatMap(({ role, kind, pattern }) => {
      const to = endOfPattern(pattern, words, from);
      return to === undefined ? [] : [{ role, kind, from, to }];
    }),
  );
}

/** The entries that begin with a word; `#` is any number. */
function entriesOf<R>(trie: WordTrie<Entry<R>>, word: string): readonly Entry<R>[] {
  return isNumber(word) ? [...trie.find(word), ...trie.find('#')] : trie.find(word);
}

/** Returns whether people say that they are what a label says: "I am trans". */
function isIdentity(label: Span, contexts: readonly Hit<ContextRole>[], words: readonly TextWord[]): boolean {
  return contexts.some(
    ({ role, from, to }) =>
      role === 'identity' && to === label.from && words[from]?.clause === words[label.from]?.clause,
  );
}

/** Returns whether the words around a topic tell of work with it, and not of the writer. */
function isWork(topic: Span, contexts: readonly Hit<ContextRole>[], words: readonly TextWord[]): boolean {
  const [first, last] = [words[topic.from], words[topic.to - 1]];
  const isOwn = contexts.some(
    ({ role, from, to }) =>
      (role === 'own' && words[from]?.sentence === first?.sentence) ||
      (role === 'ownBefore' &&
        to <= topic.from &&
        to >= topic.from - reachOwn &&
        words[from]?.clause === first?.clause),
  );
  return (
    !isOwn &&
    contexts.some(
      ({ role, from, to }) =>
        (role === 'workAfter' &&
          from >= topic.to &&
          from <= topic.to + reachAfter &&
          words[from]?.clause === last?.clause) ||
        (role === 'workBefore' &&
          to <= topic.from &&
          to >= topic.from - reachBefore &&
          words[to - 1]?.clause === first?.clause),
    )
  );
}

/** The parts of a text that are entries of a list: all of a short text, and the clauses of an enumeration. */
function labelsIn(words: readonly TextWord[]): Span[] {
  const clauses = clausesOf(words);
  if (words.length <= longestLabel) {
    return clauses;
  }
  return [...Map.groupBy(clauses, ({ from }) => words[from]?.sentence).values()].flatMap((ofSentence) => {
    const entries = ofSentence.filter(({ from, to }) => to - from <= shortClause);
    const isAlone = ofSentence.length === 1 && entries.length === 1;
    return isAlone || entries.length >= fewestEntries ? entries : [];
  });
}

function clausesOf(words: readonly TextWord[]): Span[] {
  return [...Map.groupBy(words.keys(), (at) => words[at]?.clause).values()].map((places) => {
    const end = (places.at(-1) ?? 0) + 1;
    const first = places.find((at) => !fillers.has(words[at]?.folded ?? '')) ?? places[0] ?? 0;
    return { from: first, to: end };
  });
}

function isAllOf({ from, to }: Span, labels: readonly Span[]): boolean {
  return labels.some((label) => label.from === from && label.to === to);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The hits in order of place, without those within others of their kind. */
function withoutRepeats(hits: readonly Hit<Role>[]): Hit<Role>[] {
  const kept: Hit<Role>[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (!kept.some((other) => other.kind === hit.kind && holds(other, hit))) {
      kept.push(hit);
    }
  }
  return kept;
}
