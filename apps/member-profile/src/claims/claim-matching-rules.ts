import { everydayPlaces, everydayWords, looseLabels, turnsOfPhrase } from './everyday-words.ts';
import { idioms, isAbbreviation, mayStandInProse, ownCase, technicalWords } from '@warren/facets';
import type { ProseMatchingRules, Place } from '@warren/facets';

/** Names of the list of everyday words that nobody writes for anything else: they count in any case. */
const inAnyCase = new Set('java pascal houdini tailwind git cad sas gams obs'.split(' '));

/** Names with which a sentence or a title may begin as words ("Spring planting", "Go outside"). */
const beginners = new Set(
  (
    'go swift spring unity express less processing scheme shell react notion assembly premiere bootstrap dart ruby ' +
    'julia maya leaflet excel elm flask blender illustrator node rails electron racket basic'
  ).split(' '),
);

/**
 * How a claim about people is read, where a facet that is overlooked is a claim that nobody has proved: all that
 * names a facet counts, everyday words excepted.
 */
export const claimMatchingRules: ProseMatchingRules = {
  idioms: [...idioms, ...turnsOfPhrase],
  readsPlurals: true,
  mayStand: mayStandInProse,
  means: (name, written, place) => {
    if (name.includes(' ')) return !looseLabels.has(name);
    if (ownCase.has(name) && !inAnyCase.has(name)) return meansTool(name, written, place);
    if (everydayWords.has(name)) return !isLower(written) && !isCapitalByPlace(place);
    return !isAbbreviation(name) || written === written.toUpperCase();
  },
  meansPlace: (name, written, place) =>
    !isLower(written) &&
    (!isAbbreviation(name) || written === written.toUpperCase()) &&
    !(everydayPlaces.has(name) && isCapitalByPlace(place)),
};

function meansTool(name: string, written: string, place: Place): boolean {
  if (place.next !== undefined && technicalWords.has(place.next)) return true;
  return written === ownCase.get(name) && !(beginners.has(name) && isCapitalByPlace(place));
}

function isLower(written: string): boolean {
  return /^\p{Ll}/u.test(written);
}

function isCapitalByPlace({ startsSentence, isTitle }: Place): boolean {
  return startsSentence || isTitle;
}
