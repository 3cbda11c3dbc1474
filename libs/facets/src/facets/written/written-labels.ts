import type { PromptResponse } from '@warren/contracts';
import type { ProseIndex } from '../prose.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { clausesOf, languages, textOf } from './clauses.ts';
import type { Clause, Found } from './clauses.ts';
import type { Cues } from './cues.ts';

/** What a sentence says of its writer and a label: does or knows it, likes it, is one, or seeks it. */
export type WrittenSide = 'does' | 'likes' | 'is' | 'needs';

/** A label that a member writes of in running text, with the sentence that says so. */
export interface WrittenLabel {
  canonical: string;
  /** As written; of a verb, the label that it is a form of. */
  label: string;
  says: WrittenSide;
  /** The whole sentence, letter for letter. */
  quote: string;
}

/** Longest fragment, in words, that says something without a verb: "Carpenter by trade". */
const longestFragment = 9;

/**
 * Reads the labels of vocabulary and community that a text says its writer does, likes, is or seeks. It goes by what a
 * clause says outright: what it denies, tells of the past, of others or as a possibility is left out, and so is what no
 * cue decides.
 */
export function writtenLabels(text: string, vocabulary: Vocabulary, prose: ProseIndex): WrittenLabel[] {
  return sentencesOf(text).flatMap((quote) => read(quote, vocabulary, prose, true));
}

/**
 * Reads the labels of an answer as `writtenLabels` does those of a text. What a fragment says depends on its question, so it
 * says nothing; an answer to what somebody wants says only that.
 */
export function answeredLabels(
  { prompt, response }: PromptResponse,
  vocabulary: Vocabulary,
  prose: ProseIndex,
): WrittenLabel[] {
  const isWanted = languages.some(({ wanting }) => wanting.test(vocabulary.fold(prompt)));
  return sentencesOf(response)
    .flatMap((quote) => read(quote, vocabulary, prose, false))
    .filter(({ says }) => !isWanted || says === 'needs');
}

function read(quote: string, vocabulary: Vocabulary, prose: ProseIndex, isText: boolean): WrittenLabel[] {
  return new Sentence(quote, vocabulary, prose, isText).read().map((label) => ({ ...label, quote }));
}

/** The sentences of a text, letter for letter. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”»’)]?)\s+|[\n\r]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** One sentence, read clause by clause. */
class Sentence {
  private readonly cues: Cues;
  private readonly isText: boolean;
  private readonly isQuestion: boolean;
  private readonly clauses: Clause[];
  private readonly whole: string;

  constructor(text: string, vocabulary: Vocabulary, prose: ProseIndex, isText: boolean) {
    this.isText = isText;
    this.isQuestion = /\?["”»’)]?$/.test(text);
    ({ clauses: this.clauses, cues: this.cues } = clausesOf(text, vocabulary, prose));
    this.whole = this.clauses.flatMap(({ words }) => words.map(({ folded }) => folded)).join(' ');
  }

  read(): Omit<WrittenLabel, 'quote'>[] {
    if (this.isQuestion && !this.cues.asks.test(this.whole)) {
      return [];
    }
    const said = this.clauses.flatMap((clause, index) =>
      clause.found.map((found) => ({
        found,
        says: this.saidOf(index, found),
        isDenied: this.isDenied(index, found),
      })),
    );
    // What a sentence says and denies of one label is told apart by no rule: "I write about cooking, I don't cook".
    const denied = new Set(said.flatMap(({ found, isDenied }) => (isDenied ? [found.canonical] : [])));
    return said.flatMap(({ found: { canonical, label }, says }) =>
      says === undefined || denied.has(canonical) ? [] : [{ canonical, label, says }],
    );
  }

  private isDenied(index: number, found: Found): boolean {
    const { before } = this.around(index, found);
    return this.cues.negation.test(before);
  }

  private saidOf(index: number, found: Found): WrittenSide | undefined {
    const { cues } = this;
    const { before, after, isRelative } = this.around(index, found);
    if (this.isCompound(found, after) || cues.aside.test(before)) {
      return undefined;
    }
    const all = `${before} § ${after}`;
    const needs = cues.needs.test(before) || cues.needed.test(after);
    if (cues.negation.test(needs ? before : all)) {
      return undefined;
    }
    if (this.isQuestion) {
      return cues.hypothetical.test(this.whole.replace(cues.asks, '')) ? undefined : 'needs';
    }
    const isPast = cues.past.test(all);
    if (needs) {
      const isOwn = isRelative || !this.isOfOthers(before.replace(cues.needs, ' need '), true);
      return isPast || !isOwn || /\bif\b|wenn|falls/.test(before) ? undefined : 'needs';
    }
    if (
      isPast ||
      cues.hypothetical.test(all) ||
      isRelative ||
      (!found.isVerb && this.isOfOthers(before, false))
    ) {
      return undefined;
    }
    if (/_ (?:\S+ )*?(?:for|at|of|from|between|about|für|von|aus|über)(?: \S+){0,3}$/.test(before)) {
      return undefined;
    }
    if (found.isPerson) {
      if (cues.is.test(before)) {
        return 'is';
      }
      return this.isFragment(index, found) ? 'is' : undefined;
    }
    if (found.isVerb || governs(cues.does, before)) {
      return governs(cues.likes, before) && !found.isVerb ? 'likes' : 'does';
    }
    if (governs(cues.likes, before)) {
      return 'likes';
    }
    if (cues.others.test(after)) {
      return undefined;
    }
    if (cues.done.test(after)) {
      return 'does';
    }
    if (this.isAtStart(before) && cues.own.test(after)) {
      return 'likes';
    }
    return this.isFragment(index, found) ? 'likes' : undefined;
  }

  /** The words before and after a label in its clause, and in those that it goes on with. */
  private around(
    index: number,
    { at, words: length }: Found,
  ): { before: string; after: string; isRelative: boolean } {
    const clause = this.clauses[index];
    if (clause === undefined) {
      return { before: '', after: '', isRelative: false };
    }
    let before = textOf(clause, 0, at);
    const after = textOf(clause, at + length, clause.words.length);
    let isRelative = false;
    for (let previous = index - 1; previous >= 0; previous -= 1) {
      const words = before.split(' ').filter((word) => word !== '');
      const [first = ''] = words;
      const earlier = this.clauses[previous];
      if (earlier === undefined) {
        break;
      }
      const text = textOf(earlier, 0, earlier.words.length);
      const isClauseOfNeed = this.cues.relatives.has(first) && this.cues.needs.test(text);
      const isList =
        !this.cues.verbs.test(after) &&
        words.every((word) => word === '_' || this.cues.fillers.has(word) || this.cues.qualities.has(word));
      if (!isClauseOfNeed && !isList) {
        break;
      }
      isRelative ||= isClauseOfNeed;
      before = `${text} ${before}`;
    }
    return { before: before.trim(), after: after.trim(), isRelative };
  }

  /** Returns whether somebody else is the subject, or the owner, of what follows. */
  private isOfOthers(before: string, mayAsk: boolean): boolean {
    const text = before.replace(
      /\b((?:teach|teaches|coach|help|show|mentor|train|tutor|advise|zeige|lehre|unterrichte|helfe) )(?:people|others|anyone|everyone|everybody|kids|children|adults|beginners|someone|leuten|kindern|anderen|euch)\b/,
      '$1',
    );
    const other = lastOf(this.cues.others, text);
    if (other < 0) {
      return false;
    }
    const self = lastOf(this.cues.self, text);
    return mayAsk
      ? self < 0 && !text.startsWith('need') && other < text.lastIndexOf('need')
      : other > self || self < 0;
  }

  /** Returns whether a label only describes the word behind it. */
  private isCompound({ isVerb, isPerson }: Found, after: string): boolean {
    const [next = ''] = after.split(' ');
    const { followers } = this.cues;
    return (
      !isVerb &&
      !isPerson &&
      followers !== undefined &&
      next !== '' &&
      next !== '_' &&
      !followers.has(next) &&
      !next.endsWith('ly') &&
      !/^\d/.test(next)
    );
  }

  private isAtStart(before: string): boolean {
    return before
      .split(' ')
      .every(
        (word) => word === '' || this.cues.fillers.has(word) || this.cues.qualities.has(word) || word === '_',
      );
  }

  /** Returns whether a label stands in a fragment, which says of its writer what it names: "Carpenter by trade". */
  private isFragment(index: number, found: Found): boolean {
    const { cues } = this;
    const clause = this.clauses[index];
    const next = clause?.words[found.at + found.words]?.folded ?? '';
    const isMore = [cues.past, cues.negation, cues.others, cues.hypothetical, foreignNegation].some(
      (pattern) => pattern.test(this.whole),
    );
    if (!this.isText || clause === undefined || found.isAction || isMore || determiners.has(next)) {
      return false;
    }
    const isBare = ({ words }: Clause): boolean =>
      words.length <= longestFragment && !cues.verbs.test(words.map(({ folded }) => folded).join(' '));
    const before = clause.words.slice(0, found.at).map(({ folded }) => folded);
    return (
      this.clauses.slice(0, index + 1).every(isBare) &&
      (index === 0 || this.clauses[0]?.found[0]?.at === 0) &&
      before.every((word) => cues.qualities.has(word))
    );
  }
}

/** Negations of languages that are not read: a fragment is of any language. */
const foreignNegation =
  /(?<!\p{L})(?:jamais|pas|plus|sans|rien|nunca|jamás|sin|nada|mai|senza|niente|nessun\p{L}*|nooit|niet|geen|zonder|não|sem|non)(?!\p{L})/u;
/** A verb with an object is no name of what somebody does: "Writing my own". */
const determiners = new Set(
  'my the a an it them this that these those some our mein meine den die das einen eine'.split(' '),
);
/** Longest way, in words, from a verb to the label that it governs. */
const reach = 5;

/** Returns whether a pattern matches shortly before a label, with nobody else between. */
function governs(pattern: RegExp, before: string): boolean {
  return before.matchAll(everyMatch(pattern)).some(({ 0: match, index }) => {
    const between = before.slice(index + match.length).trim();
    return (
      between.split(' ').length <= reach &&
      !/(?:^|\s)(?:them|him|that|who|which|because|about|to the)(?:\s|$)/.test(between)
    );
  });
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(everyMatch(pattern))].at(-1)?.index ?? -1;
}

const global = new Map<RegExp, RegExp>();

/** The pattern for all matches, made once. */
function everyMatch(pattern: RegExp): RegExp {
  const known = global.get(pattern) ?? new RegExp(pattern, `${pattern.flags}g`);
  global.set(pattern, known);
  return known;
}
