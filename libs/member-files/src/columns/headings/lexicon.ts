import { dutch } from '../vocabulary/dutch.ts';
import { english as englishWords } from '../vocabulary/english.ts';
import { french } from '../vocabulary/french.ts';
import { german } from '../vocabulary/german.ts';
import { italian } from '../vocabulary/italian.ts';
import { portuguese } from '../vocabulary/portuguese.ts';
import { spanish } from '../vocabulary/spanish.ts';
import type { Phrases, Topic, Vocabulary } from '../vocabulary/vocabulary.ts';
import { foldText } from './heading-words.ts';

/** So many letters of an unfinished first word tell where to look for its phrase. */
const letters = 3;

/** A phrase as it is looked for in the words of a heading. */
export interface Phrase {
  topic: Topic;
  /** Words of the phrase; undefined stands for up to three words. */
  parts: (PhraseWord | undefined)[];
  /** Number of words that it names. */
  size: number;
  /** Place in the vocabulary. */
  order: number;
}

/** Phrases by the word that they begin with, or its first letters; '' for those that may begin with any. */
type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

interface PhraseWord {
  text: string;
  match: 'whole' | 'start' | 'end';
}

/** A language, prepared for looking up. */
export interface Lexicon {
  isGerman: boolean;
  /** Topics by whole headings, blanks removed. */
  headings: ReadonlyMap<string, Topic>;
  phrases: PhraseIndex;
  hints: PhraseIndex;
  fillers: ReadonlySet<string>;
}

const vocabularies = [englishWords, german, french, spanish, italian, dutch, portuguese];

/** English, whose headings people use among those of their own language. */
export const english = lexiconOf(englishWords);

/** The languages, in the order in which they are asked. */
export const lexicons: readonly Lexicon[] = [english, ...vocabularies.slice(1).map(lexiconOf)];

/** People other than the member, in all languages. */
export const otherPeople = wordsOf(vocabularies, 'others');
/** Things with names and numbers of their own. */
export const otherThings = wordsOf(vocabularies, 'things');
/** Words that turn a consent into a refusal. */
export const negations = wordsOf(vocabularies, 'negations');
/** Words that begin a question for a reason, a manner or a time. */
export const reasonWords = wordsOf(vocabularies, 'reasons');

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  return {
    isGerman: vocabulary === german,
    headings: new Map(
      entriesOf(vocabulary.headings)
        .flatMap(([topic, text]): [Topic, string][] => [
          [topic, text],
          [topic, text.replace(/^n /, 'no ')],
        ])
        .map(([topic, text]) => [text.replaceAll(' ', ''), topic]),
    ),
    phrases: indexOf(entriesOf(vocabulary.phrases).map(phraseOf)),
    hints: indexOf(entriesOf(vocabulary.hints).map(phraseOf)),
    fillers: wordsOf([vocabulary], 'fillers'),
  };
}

function wordsOf(
  of: readonly Vocabulary[],
  key: 'fillers' | 'others' | 'things' | 'negations' | 'reasons',
): Set<string> {
  return new Set(
    of.flatMap((vocabulary) =>
      foldText(vocabulary[key] ?? '')
        .split(/\s+/)
        .filter(Boolean),
    ),
  );
}

function entriesOf(phrases: Phrases): [Topic, string][] {
  return Object.entries(phrases).flatMap(([topic, texts]) =>
    foldText(texts)
      .split(/[,\n]/)
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
      .flatMap((text): [Topic, string][] => (isTopic(topic, phrases) ? [[topic, text]] : [])),
  );
}

function isTopic(name: string, phrases: Phrases): name is Topic {
  return Object.hasOwn(phrases, name);
}

function phraseOf([topic, text]: [Topic, string], order: number): Phrase {
  const parts = text.split(' ').map((part): PhraseWord | undefined => {
    if (part === '_') {
      return undefined;
    }
    if (part.startsWith('*')) {
      return { text: part.slice(1), match: 'end' };
    }
    return part.endsWith('*') ? { text: part.slice(0, -1), match: 'start' } : { text: part, match: 'whole' };
  });
  return { topic, parts, size: parts.filter((part) => part !== undefined).length, order };
}

function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  return Map.groupBy(phrases, ({ parts: [first] }) => {
    if (
      first === undefined ||
      first.match === 'end' ||
      (first.match === 'start' && first.text.length < letters)
    ) {
      return '';
    }
    return first.match === 'whole' ? first.text : `${first.text.slice(0, letters)}*`;
  });
}

/** The phrases that may be in words, in the order of the vocabulary. */
export function phrasesFor(index: PhraseIndex, words: readonly string[]): Phrase[] {
  const keys = new Set(words.flatMap((word) => [word, `${word.slice(0, letters)}*`]));
  return ['', ...keys].flatMap((key) => index.get(key) ?? []).toSorted((a, b) => a.order - b.order);
}

/** Finds where a phrase begins and ends in words; undefined if it is not in them. */
export function findPhrase(phrase: Phrase, words: readonly string[]): [number, number] | undefined {
  for (let start = 0; start < words.length; start++) {
    const end = endOf(phrase.parts, words, 0, start);
    if (end !== undefined) {
      return [start, end];
    }
  }
  return undefined;
}

function endOf(
  parts: Phrase['parts'],
  words: readonly string[],
  part: number,
  at: number,
): number | undefined {
  if (part === parts.length) {
    return at;
  }
  const wanted = parts[part];
  if (wanted === undefined) {
    for (let skipped = 0; skipped <= 3; skipped++) {
      const end = endOf(parts, words, part + 1, at + skipped);
      if (end !== undefined) {
        return end;
      }
    }
    return undefined;
  }
  const word = words[at];
  return word !== undefined && isWord(wanted, word) ? endOf(parts, words, part + 1, at + 1) : undefined;
}

function isWord({ text, match }: PhraseWord, word: string): boolean {
  if (match === 'whole') {
    return word === text;
  }
  return match === 'start' ? word.startsWith(text) : word.endsWith(text);
}
