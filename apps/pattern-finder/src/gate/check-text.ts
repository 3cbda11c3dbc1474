import { quotesOf } from '@warren/contracts';
import type { Evidence } from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import { numbersOf, placeholder } from '../patterns/placeholders.ts';
import { checkCharacters } from './check-characters.ts';
import { fieldsOf, labelsOf, lackedLabelsOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';
import { numberIn } from './number-lexicon.ts';

/** Words that claim a statistical test, which only patterns beyond chance and sides that keep apart have passed. */
const claimsOfTest =
  /\b(?:significan\w*|statistical(?:ly)?|(?<!\b(?:no|not|nothing|hardly|little) )(?:beyond|more than) (?:mere )?chance|no coincidence|over-?represented|disproportionate\w*)\b/iu;
/** Words that exaggerate what chance may explain. */
const exaggerations =
  /\b(?:unusual\w*|remarkabl\w*|striking\w*|surprising\w*|exceptional\w*|extraordinar\w*|improbabl\w*|unexpected\w*|unlikely|astonishing\w*|notabl[ey])\b/iu;

/** Words that claim more than expected, where fewer are. */
const claimsOfMore =
  /\b(?:(?:more|larger|higher|commoner)(?: \p{L}+){0,3} than (?:chance|expected|would be expected|(?:one|you|we) (?:would|might) (?:expect|think))|beyond (?:mere )?chance|over-?represented|times as (?:many|much|often|likely|common)|go(?:es)? together)\b/iu;
/** Words that compare with an expectation, which some bases have not. */
const comparisons =
  /\b(?:(?:more|fewer|less|larger|smaller|higher|lower|rarer|commoner)(?: \p{L}+){0,3} than (?:chance|expected|(?:one|you|we) (?:would|might) (?:expect|think)|would be expected)|(?:times|twice) as (?:many|much|often|likely|common)|(?:above|below) (?:the )?average)\b/iu;

/**
 * Rejects literal numbers and overclaims in an analyst's text. Numbers may appear only as `{member_count}`, `{share}`,
 * `{expected}` or `{lift}`, which the service fills in, in a facet label of the pattern, or in a quote of it in quotation
 * marks; questions may use small number words. Only a pattern that passed a test may sound tested.
 * @throws Rejection with what to change
 */
export function checkText(claimed: ClaimedText, evidence: Evidence, communityName: string): void {
  if (claimed.name.search(placeholder) >= 0) {
    throw new Rejection(
      'literal_number',
      'name: leave the numbers to the description; a name must hold when they change.',
    );
  }
  for (const { field, text } of fieldsOf(claimed)) {
    checkCharacters(text, field);
    checkPlaceholders(text, field, evidence);
    const own = withoutAllowed(text, evidence, communityName);
    const found = numberIn(own, field === 'question_prompts') ?? /\{[^}]*\}/.exec(own)?.[0];
    if (found !== undefined) {
      throw new Rejection(
        'literal_number',
        `${field}: "${found.slice(0, 60)}" is a number of your own; write {member_count}, {share}, {expected} or {lift} and ` +
          'the service fills it in, or say it without a number.',
      );
    }
    checkTone(own, field, evidence);
  }
}

/** A placeholder joined to other characters, so that it reads as another number: "{member_count}k", but not "{lift}x". */
const joinedPlaceholder =
  /[\p{L}\p{N}]\{(?:member_count|share|expected|lift)\}|\{(?:member_count|share|expected|lift)\}(?:[.,]?\{|(?!(?<=\{lift\})x\b)[\p{L}\p{N}])/u;

function checkPlaceholders(text: string, field: string, evidence: Evidence): void {
  const numbers = numbersOf(evidence);
  const joined = joinedPlaceholder.exec(text)?.[0];
  if (joined !== undefined) {
    throw new Rejection(
      'literal_number',
      `${field}: let {member_count} and its like stand alone, not as in "${joined}".`,
    );
  }
  for (const [whole, name = ''] of text.matchAll(placeholder)) {
    if (numbers[name] === undefined) {
      throw new Rejection(
        'literal_number',
        `${field}: this pattern stands on "${evidence.basis}" and has no ${whole}; leave it out.`,
      );
    }
  }
}

function checkTone(text: string, field: string, { basis, statistics }: Evidence): void {
  if (basis === 'beyond_chance') {
    return;
  }
  if (basis === 'apart') {
    const opposite = claimsOfMore.exec(text)?.[0];
    if (opposite !== undefined) {
      throw new Rejection(
        'overclaimed',
        `${field}: "${opposite}" says the opposite: fewer belong to both sides than chance would give.`,
      );
    }
    return;
  }
  const found =
    claimsOfTest.exec(text)?.[0] ??
    (statistics.expected === null ? comparisons.exec(text)?.[0] : undefined) ??
    (basis === 'shared' ? exaggerations.exec(text)?.[0] : undefined);
  if (found !== undefined) {
    throw new Rejection(
      'overclaimed',
      `${field}: "${found}" says more than this pattern's basis, "${basis}", can carry; say it plainly.`,
    );
  }
}

/** Removes placeholders, the pattern's labels, its quotes in quotation marks, and the community's name from a text. */
function withoutAllowed(text: string, evidence: Evidence, communityName: string): string {
  const own = [...labelsOf(evidence), ...lackedLabelsOf(evidence)];
  const labels = [communityName, ...own, ...own.flatMap(partsWithDigits)]
    .map((label) => folded(label.trim()))
    .sort((a, b) => b.length - a.length)
    .map((label) => RegExp.escape(label));
  const quotes = quotesOf(evidence).map(
    (quote) => `["“„«‘']${RegExp.escape(folded(quote.trim()))}[.,!?…]?["”“»’']`,
  );
  let rest = withoutCountOfFacets(folded(text.replace(placeholder, ' ')), evidence);
  for (const allowed of [...quotes, ...labels].filter((each) => each !== '')) {
    rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${allowed}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
  }
  return rest;
}

/** NFKC except for numeral characters, which it would turn into letters: Ⅻ is a number, XII may be a name. */
function folded(text: string): string {
  return text.replace(/\P{Nl}+/gu, (part) => part.normalize('NFKC'));
}

/** Parts of a label that have a digit and are no number: "3D" of 3D printing, "D3" of D3.js. */
function partsWithDigits(label: string): string[] {
  return label.match(/[\p{L}\p{N}]+/gu)?.filter((part) => /\p{L}/u.test(part) && /\p{N}/u.test(part)) ?? [];
}

/** Removes the number of facets or sides, which the rule proves: "these three skills", "the two together". */
function withoutCountOfFacets(text: string, { facets, sides }: Evidence): string {
  const counts = [smallNumbers[facets.length], sides === undefined ? undefined : smallNumbers[2]];
  const words = counts.filter((word) => word !== undefined).join('|');
  const others = smallNumbers[facets.length - 1] ?? 'one';
  return words === ''
    ? text
    : text.replace(
        new RegExp(
          `(?<=\\b(?:the|these|those|all) )(?:${words})(?= (?:${countable})\\b)|(?<=\\ball )(?:${words})(?! of\\b)|(?<=\\bthe other )${others}\\b`,
          'giu',
        ),
        ' ',
      );
}

const smallNumbers = [undefined, undefined, 'two', 'three', 'four', 'five', 'six'];
const countable =
  'together|skills|interests|crafts|arts|trades|fields|disciplines|languages|tools|subjects|topics|things|worlds|sides|groups';
