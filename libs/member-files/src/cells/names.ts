import { folded } from './value.ts';

/** A name of a person in two parts; a single word is a first name. */
export interface PersonName {
  first: string;
  last: string;
}

const title =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|rev|herr|frau|hr|fr|mag|dipl\.?-?ing|ing|mme|mlle|sr|sra|srta|sig|sig\.ra|dott|dott\.ssa|dhr|mevr|mw|drs|ir|dra|eng|doutor|doutora|phd|med|h\.?c|rer\.?nat)\.?$/;
/** Titles that are also names or initials stay unless a point follows them. */
const onlyWithPoint = /^(?:fr|hr|ing|ir|sr|eng|med|mag|sig|dame|sir)$/;
const behind = /^(?:jr\.?|sr\.|junior|ii|iii|iv|phd|ph\.d\.?)$/;
/** Behind a comma alone: "Ma" is a family name, "Ada Ash, MA" is none. */
const degree =
  /^(?:Jr|Sr|Junior|Senior|II|III|IV|PhD|PHD|Ph\.D|MD|M\.D|MBA|MSc|M\.Sc|BSc|B\.Sc|MA|M\.A|BA|B\.A|Esq|DDS)\.?$/;
/** Letters behind a whole name: "Ada Ash, CPA". */
const letters = /^[A-Z]{2,5}\d?$/;
const particle =
  /^(?:van|von|vom|zu|zum|zur|de|del|della|delle|di|da|dal|das|do|dos|du|des|la|le|les|el|al|bin|ibn|ben|ter|ten|ver|den|der|het|'t|af|av|y|e|st|saint|santa|mac|mc|o')$/;

function isTitle(word: string): boolean {
  const plain = folded(word);
  return title.test(plain) && !onlyWithPoint.test(plain);
}

/**
 * Splits a full name: "Ada Ash", "Ash, Ada", "Dr. Ada M. Ash", "Ada van der Berg". Forms of address are left out; what
 * cannot be told apart is the first name.
 */
export function splitName(fullName: string): PersonName {
  const name = fullName
    .replace(/\s*[([].*?[)\]]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [before = '', after = '', ...more] = name.split(/\s*,\s*/);
  const isWhole = words(before).length > 1 && before !== before.toUpperCase();
  const isDegrees = (part: string): boolean =>
    words(part).every((word) => degree.test(word) || (isWhole && letters.test(word)));
  if (after !== '' && !isDegrees(after)) {
    const rest = more.filter((part) => !isDegrees(part));
    return { first: [words(after).join(' '), ...rest].join(' ').trim(), last: words(before).join(' ') };
  }
  const parts = words(before);
  const end = parts.findLastIndex((word, at) => at === 0 || !behind.test(folded(word)));
  const kept = parts.slice(0, end + 1);
  if (kept.length < 2) {
    return { first: kept.join(' '), last: '' };
  }
  const begin = kept.findIndex((word, at) => at > 0 && at < kept.length - 1 && isParticle(word));
  const cut = begin === -1 ? kept.length - 1 : begin;
  return { first: kept.slice(0, cut).join(' '), last: kept.slice(cut).join(' ') };
}

/** A particle begins a family name in lower case; "Ben", "Van" and "Le" with a capital may be first names. */
function isParticle(word: string): boolean {
  return word === word.toLowerCase() && particle.test(folded(word));
}

function words(text: string): string[] {
  const all = text.split(' ').filter((word) => word !== '');
  const begin = all.findIndex((word) => !isTitle(word));
  return begin === -1 ? all : all.slice(begin);
}

/** Folds a name to compare it: no forms of address, no accents, no marks, lower case; the parts in one order. */
export function foldedName(first: string, last: string): string {
  const name = [first, last].filter((part) => part !== '').join(' ');
  return words(name.replace(/\s+/g, ' ').trim())
    .map((word) => folded(word).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
    .join(' ');
}
