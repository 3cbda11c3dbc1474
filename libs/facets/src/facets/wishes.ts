import type { ProseIndex } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A wish of `looking_for`: a folded label, and its spelling. */
export interface Wish {
  canonical: string;
  label: string;
}

/** Maximum number of words of an entry that is a label even if it is unknown. */
const short = 4;

/** Words that ask for something without naming it. */
const asking = new Set(
  (
    'a an the my our some any more with in on for of to and or help helping needed need needs want wanted wants looking ' +
    'seeking find finding meet someone somebody anyone person people folks others who does do can knows know learn learning ' +
    'lessons lesson classes class partner partners buddy buddies collaborator collaborators friends friend support tips ' +
    'advice i im good local new fellow teach teacher teachers instructor'
  ).split(' '),
);

/**
 * Extracts wishes from an entry. A label is a wish as it is, and so is a short entry, unless it only asks for labels ("help
 * with React"): then those are. Longer entries are prose, whose wishes are the labels that it mentions.
 */
export function wishesOf(entry: string, vocabulary: Vocabulary, prose: ProseIndex): Wish[] {
  const folded = vocabulary.fold(entry);
  if (folded === '') {
    return [];
  }
  const itself = { canonical: vocabulary.canonical(folded, 'looking_for'), label: entry };
  if (prose.knows(folded)) {
    return [itself];
  }
  const words = folded.split(' ');
  if (words.length > short) {
    return prose.mentions(entry);
  }
  const mentions = prose.mentions(entry, true);
  const mentioned = mentions.reduce((sum, mention) => sum + mention.words, 0);
  const asked = words.filter((word) => asking.has(word)).length;
  return mentions.length > 0 && mentioned + asked >= words.length ? mentions : [itself];
}
