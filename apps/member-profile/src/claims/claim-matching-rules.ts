import {
  idioms,
  isAbbreviation,
  isSearchableInProse,
  caseSensitiveNames,
  technicalWords,
} from '@warren/facets';
import type { ProseMatchingRules, WordContext } from '@warren/facets';
import { everydayPlaces, everydayWords, looseLabels, turnsOfPhrase } from './everyday-words.ts';

/** Case-sensitive names that are hardly ever used as ordinary words: they match in any case. */
const inAnyCase = new Set('java pascal houdini tailwind git cad sas gams obs'.split(' '));

/** Names that may begin a sentence or a title as ordinary words ("Spring planting", "Go outside"). */
const sentenceStarters = new Set(
  (
    'go swift spring unity express less processing scheme shell react notion assembly premiere bootstrap dart ruby ' +
    'julia maya leaflet excel elm flask blender illustrator node rails electron racket basic'
  ).split(' '),
);

/**
 * Matching rules for claims about people. An overlooked facet would be an unproven claim, so every word that names a
 * facet matches, except everyday words.
 */
export const claimMatchingRules: ProseMatchingRules = {
  idioms: [...idioms, ...turnsOfPhrase],
  matchesPlurals: true,
  isSearchable: isSearchableInProse,
  means: (name, written, context) => {
    if (name.includes(' ')) {
      return !looseLabels.has(name);
    }
    if (caseSensitiveNames.has(name) && !inAnyCase.has(name)) {
      return meansTool(name, written, context);
    }
    if (everydayWords.has(name)) {
      return !isLower(written) && !isCapitalByPosition(context);
    }
    return !isAbbreviation(name) || written === written.toUpperCase();
  },
  meansPlace: (name, written, context) =>
    !isLower(written) &&
    (!isAbbreviation(name) || written === written.toUpperCase()) &&
    !(everydayPlaces.has(name) && isCapitalByPosition(context)),
};

function meansTool(name: string, written: string, context: WordContext): boolean {
  if (context.next !== undefined && technicalWords.has(context.next)) {
    return true;
  }
  return (
    written === caseSensitiveNames.get(name) && !(sentenceStarters.has(name) && isCapitalByPosition(context))
  );
}

function isLower(written: string): boolean {
  return /^\p{Ll}/u.test(written);
}

function isCapitalByPosition({ startsSentence, isTitle }: WordContext): boolean {
  return startsSentence || isTitle;
}
