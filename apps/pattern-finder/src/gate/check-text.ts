import type { Evidence } from '@warren/contracts';
import { fieldsOf, labelsOf, quotesOf } from './claim-fields.ts';
import type { ClaimedWords } from './claim-fields.ts';
import { numberIn } from './number-lexicon.ts';
import { checkPlainWords } from './check-characters.ts';
import { numbersOf, placeholder } from '../patterns/placeholders.ts';
import { Rejection } from '../evidence/rejection.ts';

/** Words that claim a test, which only what is beyond chance has passed. */
const claimsOfTest =
  /\b(?:significan\w*|statistic\w*|(?<!\b(?:no|not|nothing|hardly|little) )(?:beyond|more than) (?:mere )?chance|no coincidence|over-?represented|disproportionate\w*)\b/iu;
/** Words that dress up what chance may explain. */
const dressings =
  /\b(?:unusual\w*|remarkabl\w*|striking\w*|surprising\w*|exceptional\w*|extraordinar\w*|improbabl\w*|unexpected\w*|unlikely|astonishing\w*|notabl[ey])\b/iu;

/**
 * Whether an analyst's words hold: a number stands only as `{member_count}`, `{share}`, `{expected}` or `{lift}`, which
 * the service fills in, or in a facet label of the pattern or, in quotation marks, in a quote of it; small number words are free in questions; and
 * nothing sounds tested that is not.
 * @throws Refused with what to change
 */
export function checkWords(words: ClaimedWords, evidence: Evidence, communityName: string): void {
  if (words.name.search(placeholder) >= 0) {
    throw new Rejection(
      'own_number',
      'name: leave the numbers to the description; a name must hold when they change.',
    );
  }
  for (const { field, text } of fieldsOf(words)) {
    checkPlainWords(text, field);
    checkPlaceholders(text, field, evidence);
    const own = withoutAllowed(text, evidence, communityName);
    const found = numberIn(own, field === 'question_prompts') ?? /\{[^}]*\}/.exec(own)?.[0];
    if (found !== undefined) {
      throw new Rejection(
        'own_number',
        `${field}: "${found.slice(0, 60)}" is a number of your own; write {member_count}, {share}, {expected} or {lift} and ` +
          'the service fills it in, or say it without a number.',
      );
    }
    checkTone(own, field, evidence);
  }
}

/** A placeholder that something is glued to, so that another number is read: "{member_count}k"; "{lift}x" is none. */
const glued =
  /[\p{L}\p{N}]\{(?:member_count|share|expected|lift)\}|\{(?:member_count|share|expected|lift)\}(?:[.,]?\{|(?!(?<=\{lift\})x\b)[\p{L}\p{N}])/u;

function checkPlaceholders(text: string, field: string, { basis, statistics }: Evidence): void {
  const numbers = numbersOf(statistics);
  const joined = glued.exec(text)?.[0];
  if (joined !== undefined) {
    throw new Rejection(
      'own_number',
      `${field}: let {member_count} and its like stand alone, not as in "${joined}".`,
    );
  }
  for (const [whole, name = ''] of text.matchAll(placeholder)) {
    if (numbers[name] === undefined) {
      throw new Rejection(
        'own_number',
        `${field}: this pattern stands on "${basis}" and has no ${whole}; leave it out.`,
      );
    }
  }
}

function checkTone(text: string, field: string, { basis }: Evidence): void {
  if (basis === 'beyond_chance') {
    return;
  }
  const found = claimsOfTest.exec(text)?.[0] ?? (basis === 'shared' ? dressings.exec(text)?.[0] : undefined);
  if (found !== undefined) {
    throw new Rejection(
      'overclaimed',
      `${field}: "${found}" says more than this pattern's basis, "${basis}", can carry; say it plainly.`,
    );
  }
}

/**
 * The text without placeholders and without what the pattern's own labels, its quotes in quotation marks and the
 * community's name say.
 */
function withoutAllowed(text: string, evidence: Evidence, communityName: string): string {
  const own = labelsOf(evidence);
  const labels = [communityName, ...own, ...own.flatMap(partsWithDigits)]
    .map(escaped)
    .sort((a, b) => b.length - a.length);
  const quotes = quotesOf(evidence).map((quote) => `["“„«‘']${escaped(quote)}[.,!?…]?["”“»’']`);
  let rest = withoutCountOfFacets(folded(text.replace(placeholder, ' ')), evidence);
  for (const allowed of [...quotes, ...labels].filter((each) => each !== '')) {
    rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${allowed}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
  }
  return rest;
}

function escaped(text: string): string {
  return folded(text.trim()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** NFKC, but for the signs of numerals, which it makes into letters: Ⅻ is a number, XII may be a name. */
function folded(text: string): string {
  return text.replace(/\P{Nl}+/gu, (part) => part.normalize('NFKC'));
}

/** What carries a digit in a label of several parts, and is no number: "3D" of 3D printing, "D3" of D3.js. */
function partsWithDigits(label: string): string[] {
  return label.match(/[\p{L}\p{N}]+/gu)?.filter((part) => /\p{L}/u.test(part) && /\p{N}/u.test(part)) ?? [];
}

/** How many facets or sides a pattern has is proven by its rule: "these three skills", "the two together". */
function withoutCountOfFacets(text: string, { facets, sides }: Evidence): string {
  const counts = [smallNumbers[facets.length], sides === undefined ? undefined : smallNumbers[2]];
  const words = counts.filter((word) => word !== undefined).join('|');
  return words === ''
    ? text
    : text.replace(
        new RegExp(`(?<=\\b(?:the|these|those|all) )(?:${words})(?= (?:${countable})\\b)`, 'giu'),
        ' ',
      );
}

const smallNumbers = [undefined, undefined, 'two', 'three', 'four', 'five', 'six'];
const countable =
  'together|skills|interests|crafts|arts|trades|fields|disciplines|languages|tools|subjects|topics|things|worlds|sides|groups';
