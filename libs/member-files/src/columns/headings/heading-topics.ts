import type { Topic } from '../vocabulary/vocabulary.ts';
import { cleanHeading, headingWords, withoutRemarks, withoutSpelledUmlauts } from './heading-words.ts';
import {
  english,
  findPhrase,
  lexicons,
  negations,
  otherPeople,
  otherThings,
  phrasesFor,
  reasonWords,
} from './lexicon.ts';
import type { Lexicon, Phrase } from './lexicon.ts';

/** A subject that a heading may have. */
export interface TopicMatch {
  topic: Topic;
  /** The whole heading, a phrase within it, or a word that counts only where the values agree. */
  how: 'heading' | 'phrase' | 'hint';
  /** The words that decided, for people. */
  words: string;
}

/** Topics that name, reach or place a person, so that they are another person's where the heading names one. */
const personal: ReadonlySet<Topic> = new Set<Topic>([
  'email',
  'full_name',
  'first_name',
  'last_name',
  'display_name',
  'nickname',
  'company',
  'role',
  'location',
  'country',
  'external_id',
  'member_id',
  'person_id',
  'plain_id',
  'record_id',
  'handle',
  'profile_url',
  'contact',
  'title',
]);

/** Topics that things have too. */
const ofThings: ReadonlySet<Topic> = new Set<Topic>([
  'email',
  'full_name',
  'first_name',
  'last_name',
  'display_name',
  'external_id',
  'plain_id',
  'record_id',
  'handle',
  'contact',
]);

/** Topics that a single word of a question for a reason or a manner does not tell. */
const facets: ReadonlySet<Topic> = new Set<Topic>([
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
]);

const numberWords = new Set('id ids uuid guid number no nr num nummer numero numer code ref'.split(' '));

/** Finds the subjects that a heading may have, the likeliest first. */
export function topicsOf(heading: string): TopicMatch[] {
  const text = cleanHeading(heading);
  const plain = withoutRemarks(text);
  const whole = unique([text, plain]).flatMap((part) => wholeTopic(part));
  const parts = partsOf(plain).flatMap((part) => wholeTopic(part));
  const words = headingWords(text);
  const found = [...whole, ...phraseTopics(words, 'phrases'), ...parts, ...phraseTopics(words, 'hints')];
  // a part of a path says less than the whole, and more than a single word of it
  const ordered = /^\S*[./]\S*$/.test(plain) ? [...whole, ...parts, ...found] : found;
  const isNumber = words.length > 1 && words.length <= 3 && numberWords.has(words.at(-1) ?? '');
  if (isNumber && ordered.every(({ how }) => how === 'hint')) {
    return [{ topic: 'other_id', how: 'phrase', words: text }];
  }
  // Kobo puts the name of a group of questions before a slash
  return ownTopics(ordered, headingWords(plain.replace(/^\S*\//, '')), whole.length > 0);
}

const conjunction = /\s*(?:[,;]\s+)?(?:\s(?:and|und|et|y|e|en)\s+|\s\/\s+)/iu;

/** Returns whether a heading asks both for what a member can do and for what a member looks for. */
export function asksForTwo(heading: string): boolean {
  const parts = cleanHeading(heading).split(conjunction);
  if (parts.length !== 2 || parts.some((part) => part.trim().split(/\s+/).length > 8)) {
    return false;
  }
  const topics = parts.map((part) => topicsOf(part).find(({ how }) => how !== 'hint')?.topic);
  return topics.includes('skills') && topics.includes('looking_for');
}

/** Makes personal topics another person's where the heading names one. */
function ownTopics(found: readonly TopicMatch[], words: readonly string[], isWhole: boolean): TopicMatch[] {
  const person = words.find((word) => otherPeople.has(word));
  const thing = words.length <= 4 ? words.find((word) => otherThings.has(word)) : undefined;
  return found.map((match) => {
    const other = personal.has(match.topic)
      ? (person ?? (ofThings.has(match.topic) ? thing : undefined))
      : undefined;
    return other === undefined || isWhole ? match : { topic: 'other_person', how: 'phrase', words: other };
  });
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The parts of a path or of a heading with a subject before a colon that may be its subject, the likeliest first. */
function partsOf(text: string): string[] {
  if (/\s/.test(text)) {
    // in a question "degree/qualification" is one thing, in a short heading the group stands before the slash
    const isQuestion = text.split(/\s+/).length >= 6;
    const between = isQuestion ? /\s[-–—>/|]+\s|:\s/ : /\s[-–—>/|]+\s|:\s|\//;
    const segments = text.split(between).filter((part) => part.trim() !== '');
    return segments.length < 2 ? [] : [segments.at(-1) ?? ''];
  }
  const segments = text.split(/[./]|__+|::?/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const last = segments.at(-1) ?? '';
  const parent = segments.at(-2) ?? '';
  if (segments.length < 2) {
    return segments.length === 1 && last !== text ? [last] : [];
  }
  // the entries of a list: skills.0.name
  if (
    /^(?:name|label|title|value|text)$/i.test(last) &&
    wholeTopic(parent).some(({ topic }) => facets.has(topic))
  ) {
    return [parent];
  }
  // two words for the same: Company/School
  if (/^\p{Lu}[\p{L}-]*(?:\/\p{Lu}[\p{L}-]*)+$/u.test(text)) {
    return segments;
  }
  return [segments.slice(-2).join('.'), last];
}

/** Finds the topic of a whole heading: as it stands, without numbers, without words that say nothing. */
function wholeTopic(text: string): TopicMatch[] {
  const words = headingWords(text);
  const numberless = words.filter((word) => !/^\d+$/.test(word));
  const forms: ((words: readonly string[], lexicon: Lexicon) => string)[] = [
    (all) => all.join(''),
    (all, { fillers }) => all.filter((word) => !fillers.has(word)).join(''),
  ];
  for (const form of forms) {
    for (const given of unique([words.join(' '), numberless.join(' ')]).map((joined) => joined.split(' '))) {
      for (const lexicon of lexicons) {
        const spellings = [given, ...(lexicon.isGerman ? [withoutSpelledUmlauts(given) ?? given] : [])];
        const topic = spellings
          .flatMap((spelled) =>
            [lexicon, english].map(({ headings }) => headings.get(form(spelled, lexicon))),
          )
          .find(Boolean);
        if (topic !== undefined) {
          return [{ topic, how: 'heading', words: text }];
        }
      }
    }
  }
  return [];
}

function phraseTopics(words: readonly string[], kind: 'phrases' | 'hints'): TopicMatch[] {
  const asksWhy = reasonWords.has(words[0] ?? '');
  const spelled = withoutSpelledUmlauts(words);
  return lexicons
    .flatMap((lexicon) =>
      phrasesFor(lexicon[kind], lexicon.isGerman ? [...words, ...(spelled ?? [])] : words).flatMap(
        (phrase) => {
          const given = lexicon.isGerman && spelled !== undefined ? [words, spelled] : [words];
          const at = given.map((spelling) => findPhrase(phrase, spelling)).find(Boolean);
          return at === undefined || (asksWhy && (saysLittle(phrase) || isVague(phrase)))
            ? []
            : [{ phrase, at }];
        },
      ),
    )
    .toSorted(
      ({ phrase: a, at: [startA, endA] }, { phrase: b, at: [startB, endB] }) =>
        b.size - a.size || showing(a) - showing(b) || startA - startB || endB - endA,
    )
    .map(({ phrase, at: [start, end] }) => ({
      topic: isRefusal(phrase, words.slice(0, start)) ? 'opt_out' : phrase.topic,
      how: kind === 'hints' ? 'hint' : 'phrase',
      words: words.slice(start, end).join(' '),
    }));
}

/** 1 for a consent to being shown: of two readings that are as likely, the one that shows nobody is taken. */
function showing({ topic }: Phrase): number {
  return topic === 'is_public' ? 1 : 0;
}

function saysLittle({ topic, size }: Phrase): boolean {
  return size === 1 && facets.has(topic);
}

/** "How do you share your code?" asks for no consent, "How visible is your profile?" may. */
function isVague({ topic, parts }: Phrase): boolean {
  return (
    topic === 'is_public' &&
    !parts.some((part) => part !== undefined && /^(?:profile?|director|visib|public|list)/.test(part.text))
  );
}

function isRefusal({ topic }: Phrase, before: readonly string[]): boolean {
  return topic === 'is_public' && before.some((word) => negations.has(word));
}
