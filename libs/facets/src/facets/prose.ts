import { phrasesOf } from './fold.ts';
import type { Phrase, Word } from './fold.ts';
import { wishMatchingRules } from './prose-matching-rules.ts';
import type { ProseMatchingRules, WordContext } from './prose-matching-rules.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A label found in running text: its canonical form, its name and spelling there, and its place among the words. */
export interface Mention {
  canonical: string;
  /** The folded words that spell it. */
  name: string;
  at: number;
  label: string;
  words: number;
  /** Other meanings of the same words: a drummer is someone who drums, and may be a role of that name. */
  also: string[];
}

/** A label to search for in prose. */
export interface ProseLabel {
  /** Folded name to search for. */
  name: string;
  /** The folded label that it means. */
  canonical: string;
  isPlace?: boolean;
}

interface Node {
  next: Map<string, Node>;
  /** The words so far, if they are a label or an idiom. */
  name?: string;
  /** The folded label that the words so far spell; null for an idiom, which means no label. */
  canonical?: string | null;
  /** The same for a place. */
  place?: string;
}

interface Found {
  length: number;
  meanings: (string | null)[];
}

/** Minimum length of a singular: `as` is not the plural of `a`. */
const minSingularLength = 4;

/**
 * Finds facets in running text as whole words, longest first: the names of a vocabulary and, if given, the
 * labels that the members of a community use.
 */
export class ProseIndex {
  private readonly vocabulary: Vocabulary;
  private readonly rules: ProseMatchingRules;
  private readonly labels = new Set<string>();
  private readonly root: Node = { next: new Map() };
  /** The trees that are searched; of equally long labels the first decides the canonical form. */
  private readonly roots: readonly Node[];

  constructor(
    vocabulary: Vocabulary,
    communityLabels: Iterable<string> = [],
    rules: ProseMatchingRules = wishMatchingRules,
    base?: ProseIndex,
  ) {
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.roots = [...(base === undefined ? [] : base.roots), this.root];
    if (base === undefined) {
      for (const [name, canonical] of vocabulary.names('looking_for')) {
        this.add({ name, canonical });
      }
      for (const idiom of rules.idioms) {
        this.nodeOf(idiom).canonical ??= null;
      }
    }
    for (const label of communityLabels) {
      const folded = vocabulary.fold(label);
      if (folded === '' || folded.length > 100) {
        continue;
      }
      this.labels.add(folded);
      if (!vocabulary.knows(folded, 'looking_for')) {
        this.add({ name: folded, canonical: folded });
      }
    }
  }

  /** The index of a vocabulary without a community, built once. */
  static of(vocabulary: Vocabulary): ProseIndex {
    const known = indexes.get(vocabulary);
    if (known !== undefined) {
      return known;
    }
    const index = new ProseIndex(vocabulary);
    indexes.set(vocabulary, index);
    return index;
  }

  /** An index that finds everything that this one does, and to which labels can be added independently. */
  extended(): ProseIndex {
    return new ProseIndex(this.vocabulary, [], this.rules, this);
  }

  /** Adds a label. */
  add({ name, canonical, isPlace = false }: ProseLabel): void {
    if (!this.rules.isSearchable(name)) {
      return;
    }
    const node = this.nodeOf(name);
    if (isPlace) {
      node.place = canonical;
    } else {
      node.canonical = canonical;
    }
  }

  /** Returns whether a folded text is itself a label of the vocabulary or of the community. */
  knows(folded: string): boolean {
    return this.labels.has(folded) || this.vocabulary.knows(folded, 'looking_for');
  }

  /** Finds the labels that a text mentions, in order; in a short text everyday words count too. */
  mentions(text: string, isShort = false): Mention[] {
    const phrases = phrasesOf(text);
    const isTitle = isTitled(phrases.flatMap(({ words }) => words));
    return phrases.flatMap((phrase) => this.mentionsIn(phrase, { isShort, isTitle }));
  }

  /** Finds the labels that a phrase mentions, in order; two never share a word. */
  mentionsIn(
    { words, startsSentence }: Phrase,
    text: { readonly isShort: boolean; readonly isTitle: boolean },
  ): Mention[] {
    const found: Mention[] = [];
    let at = 0;
    while (at < words.length) {
      const context = { ...text, startsSentence: startsSentence && at === 0, next: undefined };
      const longest = this.longestAt(words, at, context);
      const [canonical, ...also] = longest?.meanings.filter((meaning) => meaning !== null) ?? [];
      const length = longest?.length ?? 1;
      if (canonical !== undefined) {
        const name = words
          .slice(at, at + length)
          .map(({ folded }) => folded)
          .join(' ');
        found.push({ canonical, name, label: writtenAs(words, at, length), at, words: length, also });
      }
      at += length;
    }
    return found;
  }

  private longestAt(words: readonly Word[], at: number, start: WordContext): Found | undefined {
    let longest: Found | undefined;
    for (const root of this.roots) {
      let node: Node | undefined = root;
      for (let end = at; node !== undefined && end < words.length; end += 1) {
        const word: string = words[end]?.folded ?? '';
        const length = end - at + 1;
        const last = length < (longest?.length ?? 1) ? undefined : this.endAt(node, word, length);
        if (last !== undefined) {
          const context = { ...start, next: words[end + 1]?.folded };
          const meanings = this.meaningsOf(last, writtenAs(words, at, length), context);
          longest = longer(longest, { length, meanings });
        }
        node = node.next.get(word);
      }
    }
    return longest;
  }

  /** The node of a label that ends with a word: as spelt, or in the other number. */
  private endAt(node: Node, word: string, length: number): Node | undefined {
    const exact = node.next.get(word);
    if (exact?.name !== undefined) {
      return exact;
    }
    if (!this.rules.matchesPlurals || word.length < minSingularLength) {
      return undefined;
    }
    const other = /[^s]s$/.test(word) ? word.slice(0, -1) : length > 1 ? `${word}s` : '';
    const found = other.length < minSingularLength ? undefined : node.next.get(other);
    return found?.name === undefined ? undefined : found;
  }

  private meaningsOf(
    { name = '', canonical, place }: Node,
    written: string,
    context: WordContext,
  ): (string | null)[] {
    if (canonical === null) {
      return [null];
    }
    return [
      ...(canonical !== undefined && this.rules.means(name, written, context) ? [canonical] : []),
      ...(place !== undefined && this.rules.meansPlace(name, written, context) ? [place] : []),
    ];
  }

  private nodeOf(name: string): Node {
    let node = this.root;
    for (const word of name.split(' ')) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.name = name;
    return node;
  }
}

const indexes = new WeakMap<Vocabulary, ProseIndex>();

/** The longer of two matches; equally long ones are merged. */
function longer(one: Found | undefined, other: Found): Found | undefined {
  if (other.meanings.length === 0) {
    return one;
  }
  if (one === undefined || other.length > one.length) {
    return other;
  }
  return { ...one, meanings: [...new Set([...one.meanings, ...other.meanings])] };
}

function writtenAs(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ written }) => written)
    .join(' ');
}

/** Returns whether every longer word begins with a capital, as in a title. */
function isTitled(words: readonly Word[]): boolean {
  const long = words.filter(({ folded }) => folded.length >= 4);
  return words.length > 1 && long.length > 0 && !long.some(({ written }) => /^\p{Ll}/u.test(written));
}
