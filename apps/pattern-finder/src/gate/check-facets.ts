import type { Evidence, NamedFacet } from '@warren/contracts';
import { fieldsOf, labelsOf, quotesOf } from './claim-fields.ts';
import type { ClaimedWords } from './claim-fields.ts';
import { placeholder } from '../patterns/placeholders.ts';
import { Rejection } from '../evidence/rejection.ts';

/**
 * Whether the facets that the words name are the pattern's: a facet that is not in the evidence is a claim that nothing
 * proves. In the evidence is also the more general part of a label ("photography" in "landscape photography"), what a
 * label falls under ("code" where it is Python), another form of its word ("mapped" where it is mapping), and what a
 * quote of the pattern names. `named` is what `community.named-facets` finds in `textsOf` the words and the evidence.
 * @throws Refused with what to change
 */
export function checkNamedFacets(
  words: ClaimedWords,
  named: readonly NamedFacet[],
  evidence: Evidence,
  communityName: string,
): void {
  const fields = fieldsOf(words);
  const inEvidence = named.filter(({ text }) => text >= fields.length);
  const proven = new Set(inEvidence.flatMap(({ folded, also, broader }) => [folded, ...also, ...broader]));
  const said = [...labelsOf(evidence), ...quotesOf(evidence), communityName];
  const own = ` ${[...said, ...inEvidence.map(({ folded }) => folded)].map(plain).join(' | ')} `;
  const stems = new Set(own.split(/[ |]+/).map(stemOf));
  const isOwn = (name: string): boolean => own.includes(` ${plain(name)} `);
  const isProven = ({ label, folded, also }: NamedFacet): boolean =>
    [folded, ...also].some((name) => proven.has(name)) ||
    [label, folded, ...also].some(isOwn) ||
    // Two labels side by side may spell a third: "HTML and CSS".
    label.split(/ (?:and|&) /).every(isOwn) ||
    stems.has(stemOf(plain(label)));
  const isQuestion = ({ text }: NamedFacet): boolean => fields[text]?.field === 'question_prompts';
  const foreign = named.filter(
    (facet) =>
      facet.text < fields.length &&
      !isProven(facet) &&
      !(isQuestion(facet) && freeInQuestions.has(facet.label)),
  );
  const [first] = foreign;
  if (first !== undefined) {
    const all = [...new Set(foreign.map(({ label }) => `"${label}"`))].slice(0, 8).join(', ');
    throw new Rejection(
      'foreign_facet',
      `${fields[first.text]?.field ?? 'words'}: ${all} ${foreign.length === 1 ? 'is' : 'are'} not in the evidence of this ` +
        'pattern: take it out of the words, or save a rule that has it.',
    );
  }
}

/** Verbs that ask what to do together, and claim nothing: "What would you film here?" */
const freeInQuestions = new Set('code cook dance design film'.split(' '));

/** A word without its ending, so that its forms are one: map, maps, mapped and mapping. */
function stemOf(word: string): string {
  const [, short] = /^(\p{L}{3,}?)(?:ings?|ers?|ors?|ed|ies|es|s|e|y)$/u.exec(word) ?? [];
  return (short ?? word).replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
}

/** Characters of a text that `community.named-facets` takes, and how many texts. */
const longestText = 5_000;
const mostTexts = 20;

/** What `community.named-facets` is asked for: the texts of a claim in the order of its fields, then its evidence. */
export function textsOf(words: ClaimedWords, evidence: Evidence): string[] {
  return [
    ...fieldsOf(words).map(({ text }) => text.replace(placeholder, ' ')),
    // In mid-sentence, where no capital is owed to the place: "Excel" at the beginning would be read as a verb.
    `they list ${labelsOf(evidence).join('; ')}`,
    ...quotesOf(evidence),
  ]
    .map((text) => text.slice(0, longestText).toWellFormed())
    .slice(0, mostTexts);
}

/** Folded for comparison as whole words between blanks. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}+#.|]+/gu, ' ')
    .trim();
}
