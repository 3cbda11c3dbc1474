import { phrasesOf, type Phrase } from './fold.ts';
import { idioms, mayStandInProse, meansLabel } from './guards.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A label found in running text: what it stands for, as it was written, and how many words it took. */
export interface Mention {
  canonical: string;
  label: string;
  words: number;
}

interface Node {
  next: Map<string, Node>;
  /** The folded label that the words so far spell; null where they are an idiom that means nothing. */
  canonical?: string | null;
}

/**
 * Finds skills in running text as whole words, the longest first: the names of a vocabulary and, where given, the
 * labels that the members of a community list as skills.
 */
export class ProseIndex {
  readonly #vocabulary: Vocabulary;
  readonly #labels = new Set<string>();
  readonly #root: Node = { next: new Map() };

  constructor(vocabulary: Vocabulary, communityLabels: Iterable<string> = []) {
    this.#vocabulary = vocabulary;
    for (const [name, canonical] of vocabulary.names('looking_for')) this.#add(name, canonical);
    for (const label of communityLabels) {
      const folded = vocabulary.fold(label);
      if (folded === '' || folded.length > 100) continue;
      this.#labels.add(folded);
      if (!vocabulary.knows(folded, 'looking_for')) this.#add(folded, folded);
    }
    for (const idiom of idioms) this.#nodeOf(idiom).canonical ??= null;
  }

  /** The index of a vocabulary without a community, built once. */
  static of(vocabulary: Vocabulary): ProseIndex {
    const known = indexes.get(vocabulary);
    if (known !== undefined) return known;
    const index = new ProseIndex(vocabulary);
    indexes.set(vocabulary, index);
    return index;
  }

  /** Whether a folded text is itself a label of the vocabulary or of the community. */
  knows(folded: string): boolean {
    return this.#labels.has(folded) || this.#vocabulary.knows(folded, 'looking_for');
  }

  /** The labels a text mentions, in order; in a short text everyday words count too. */
  mentions(text: string, isShort = false): Mention[] {
    return phrasesOf(text).flatMap((phrase) => this.#mentionsIn(phrase, isShort));
  }

  #mentionsIn({ words, startsSentence }: Phrase, isShort: boolean): Mention[] {
    const found: Mention[] = [];
    let at = 0;
    while (at < words.length) {
      const longest = this.#longestAt({ words, startsSentence }, at, isShort);
      if (longest === undefined) {
        at += 1;
        continue;
      }
      const { canonical, length } = longest;
      if (canonical !== null) {
        const label = words
          .slice(at, at + length)
          .map((word) => word.written)
          .join(' ');
        found.push({ canonical, label, words: length });
      }
      at += length;
    }
    return found;
  }

  #longestAt(
    phrase: Phrase,
    at: number,
    isShort: boolean,
  ): { canonical: string | null; length: number } | undefined {
    const { words, startsSentence } = phrase;
    let longest: { canonical: string | null; length: number } | undefined;
    let node: Node | undefined = this.#root;
    for (let end = at; end < words.length; end += 1) {
      const word = words[end];
      if (word === undefined) break;
      node = node.next.get(word.folded);
      if (node === undefined) break;
      if (node.canonical === undefined) continue;
      const place = { startsSentence: startsSentence && at === 0, next: words[end + 1]?.folded, isShort };
      if (end > at || meansLabel(word.folded, word.written, place)) {
        longest = { canonical: node.canonical, length: end - at + 1 };
      }
    }
    return longest;
  }

  #add(name: string, canonical: string): void {
    if (mayStandInProse(name)) this.#nodeOf(name).canonical = canonical;
  }

  #nodeOf(name: string): Node {
    let node = this.#root;
    for (const word of name.split(' ')) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    return node;
  }
}

const indexes = new WeakMap<Vocabulary, ProseIndex>();
