import type { Evidence, NamedFacet } from '@warren/contracts';
import { numberIn } from './number-words.ts';
import { checkPlainWords } from './plain-words.ts';
import { numbersOf, placeholder } from './prose.ts';
import { Refused } from './refused.ts';

/** The words of a claim, as an analyst gives them. */
export interface ClaimedWords {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
}

/** Words that claim a test, which only what is beyond chance has passed. */
const claimsOfTest =
  /\b(?:significan\w*|statistic\w*|(?:beyond|more than) (?:mere )?chance|no coincidence|over-?represented|disproportionate\w*)\b/iu;
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
    throw new Refused(
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
      throw new Refused(
        'own_number',
        `${field}: "${found.slice(0, 60)}" is a number of your own; write {member_count}, {share}, {expected} or {lift} and ` +
          'the service fills it in, or say it without a number.',
      );
    }
    checkTone(own, field, evidence);
  }
}

/**
 * Whether the facets that the words name are the pattern's: a facet that is not in the evidence is a claim that nothing
 * proves. The more general part of a label counts as in it ("photography" in "landscape photography"), and what a quote
 * of the pattern names. `named` is what `community.named-facets` finds in `textsOf` the words and the evidence.
 * @throws Refused with what to change
 */
export function checkNamedFacets(
  words: ClaimedWords,
  named: readonly NamedFacet[],
  evidence: Evidence,
  communityName: string,
): void {
  const fields = fieldsOf(words);
  const own = ` ${[...labelsOf(evidence), ...quotesOf(evidence), communityName].map(plain).join(' | ')} `;
  const provenByName = new Set(
    named.flatMap(({ text, folded, also }) => (text < fields.length ? [] : [folded, ...also])),
  );
  const isOwn = (name: string): boolean => own.includes(` ${plain(name)} `);
  const isProven = ({ label, folded, also }: NamedFacet): boolean =>
    [folded, ...also].some((name) => provenByName.has(name)) ||
    [label, folded, ...also].some(isOwn) ||
    // Two labels side by side may spell a third: "HTML and CSS".
    label.split(/ (?:and|&) /).every(isOwn);
  const foreign = named.filter((facet) => facet.text < fields.length && !isProven(facet));
  const [first] = foreign;
  if (first !== undefined) {
    const all = [...new Set(foreign.map(({ label }) => `"${label}"`))].slice(0, 8).join(', ');
    throw new Refused(
      'foreign_facet',
      `${fields[first.text]?.field ?? 'words'}: ${all} ${foreign.length === 1 ? 'is' : 'are'} not in the evidence of this ` +
        'pattern: take it out of the words, or save a rule that has it.',
    );
  }
}

/** Characters of a text that `community.named-facets` takes, and how many texts. */
const longestText = 5_000;
const mostTexts = 20;

/** What `community.named-facets` is asked for: the texts of a claim in the order of its fields, then its evidence. */
export function textsOf(words: ClaimedWords, evidence: Evidence): string[] {
  return [
    ...fieldsOf(words).map(({ text }) => text.replace(placeholder, ' ')),
    labelsOf(evidence).join('; '),
    ...quotesOf(evidence),
  ]
    .map((text) => text.slice(0, longestText))
    .slice(0, mostTexts);
}

/** What members of the pattern carry; a facet that only pads its rule is none. */
function labelsOf({ facets }: Evidence): string[] {
  const carried = facets.filter(({ in_pattern }) => in_pattern > 0);
  return carried.flatMap(({ key, label }) => [label, key.slice(key.indexOf(':') + 1)]);
}

function quotesOf({ quotes = [] }: Evidence): string[] {
  return quotes.map(({ quote }) => quote);
}

function fieldsOf(words: ClaimedWords): { field: string; text: string }[] {
  return [
    { field: 'name', text: words.name },
    { field: 'description', text: words.description },
    ...words.questionPrompts.map((text) => ({ field: 'question_prompts', text })),
  ];
}

/** A placeholder that something is glued to, so that another number is read: "{member_count}k"; "{lift}x" is none. */
const glued =
  /[\p{L}\p{N}]\{(?:member_count|share|expected|lift)\}|\{(?:member_count|share|expected|lift)\}(?:[.,]?\{|(?!(?<=\{lift\})x\b)[\p{L}\p{N}])/u;

function checkPlaceholders(text: string, field: string, { basis, statistics }: Evidence): void {
  const numbers = numbersOf(statistics);
  const joined = glued.exec(text)?.[0];
  if (joined !== undefined) {
    throw new Refused(
      'own_number',
      `${field}: let {member_count} and its like stand alone, not as in "${joined}".`,
    );
  }
  for (const [whole, name = ''] of text.matchAll(placeholder)) {
    if (numbers[name] === undefined) {
      throw new Refused(
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
    throw new Refused(
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
  const labels = [communityName, ...labelsOf(evidence)].map(escaped).sort((a, b) => b.length - a.length);
  const quotes = quotesOf(evidence).map((quote) => `["“„«‘']${escaped(quote)}[.,!?…]?["”“»’']`);
  let rest = folded(text.replace(placeholder, ' '));
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

/** Folded for comparison as whole words between blanks. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}+#.|]+/gu, ' ')
    .trim();
}
