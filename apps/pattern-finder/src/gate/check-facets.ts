import { quotesOf } from '@warren/contracts';
import type { Evidence, NamedFacet } from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import { placeholder } from '../patterns/placeholders.ts';
import { fieldsOf, labelsOf, lackedLabelsOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';

/**
 * Rejects a text that names facets which are not in the evidence: nothing proves them. The evidence also covers the more
 * general part of a label ("photography" in "landscape photography"), a label's broader term ("code" for Python), another
 * form of its word ("mapped" for mapping), and the facets that a quote of the pattern names. A facet that the rule leaves
 * out is named only where the sentence says that it is not there.
 * @param named the facets that `community.named-facets` finds in `textsOf` the text and the evidence
 * @throws Rejection with what to change
 */
export function checkNamedFacets(
  claimed: ClaimedText,
  named: readonly NamedFacet[],
  evidence: Evidence,
  communityName: string,
): void {
  const fields = fieldsOf(claimed);
  const inEvidence = named.filter(({ text }) => text >= fields.length);
  const proven = new Set(inEvidence.flatMap(({ folded, also, broader }) => [folded, ...also, ...broader]));
  const quoted = [...labelsOf(evidence), ...quotesOf(evidence), communityName];
  const own = ` ${[...quoted, ...inEvidence.map(({ folded }) => folded)].map(foldText).join(' | ')} `;
  const stems = new Set(own.split(/[ |]+/).map(stemOf));
  const isOwn = (name: string): boolean => own.includes(` ${foldText(name)} `);
  const isProven = ({ label, folded, also }: NamedFacet): boolean =>
    [folded, ...also].some((name) => proven.has(name)) ||
    [label, folded, ...also].some(isOwn) ||
    // Two labels joined may spell a third: "HTML and CSS".
    label.split(/ (?:and|&) /).every(isOwn) ||
    stems.has(stemOf(foldText(label)));
  const lacked = new Set(lackedLabelsOf(evidence).map(foldText));
  const isLacked = ({ text, label, folded, also }: NamedFacet): boolean =>
    [label, folded, ...also].some((name) => lacked.has(foldText(name))) &&
    sentencesWith(fields[text]?.text ?? '', label).every((sentence) => absence.test(sentence));
  const isQuestion = (facet: NamedFacet): boolean => fields[facet.text]?.field === 'question_prompts';
  const unsupported = named.filter(
    (facet) =>
      facet.text < fields.length &&
      !isProven(facet) &&
      !isLacked(facet) &&
      !(isQuestion(facet) && allowedInQuestions.has(facet.label)),
  );
  const [first] = unsupported;
  if (first !== undefined) {
    const all = [...new Set(unsupported.map(({ label }) => `"${label}"`))].slice(0, 8).join(', ');
    throw new Rejection(
      'unsupported_facet',
      `${fields[first.text]?.field ?? 'words'}: ${all} ${unsupported.length === 1 ? 'is' : 'are'} not in the evidence of this ` +
        'pattern: take it out of the words, or save a rule that has it.',
    );
  }
}

/** Verbs that a question may use without claiming a facet: "What would you film here?" */
const allowedInQuestions = new Set('code cook dance design film'.split(' '));

/** Words by which a sentence says that something is not there. */
const absence =
  /\b(?:without|no|not|none|nobody|never|neither|nor|lack\w*|missing|absent|outside|except|instead|rather than|yet to)\b|n[’']t\b/iu;

/** Sentences of a text with a label; the whole text where it cannot be found in one. */
function sentencesWith(text: string, label: string): string[] {
  const sentences = text
    .split(/(?<=[.!?;])\s+/u)
    .filter((sentence) => foldText(sentence).includes(foldText(label)));
  return sentences.length === 0 ? [text] : sentences;
}

/** Stem of a word, the same for its forms: map, maps, mapped and mapping. */
function stemOf(word: string): string {
  const [, short] = /^(\p{L}{3,}?)(?:ings?|ers?|ors?|ed|ies|es|s|e|y)$/u.exec(word) ?? [];
  return (short ?? word).replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
}

/** Limits of `community.named-facets`: characters of a text, and texts. */
const longestText = 5_000;
const mostTexts = 20;

/** The texts to send to `community.named-facets`: those of a claim in the order of its fields, then its evidence. */
export function textsOf(claimed: ClaimedText, evidence: Evidence): string[] {
  return [
    ...fieldsOf(claimed).map(({ text }) => text.replace(placeholder, ' ')),
    // In mid-sentence: at the beginning "Excel" would be read as a verb.
    `they list ${labelsOf(evidence).join('; ')}`,
    ...quotesOf(evidence),
  ]
    .map((text) => text.slice(0, longestText).toWellFormed())
    .slice(0, mostTexts);
}

/** Folds a text for comparison of whole words between blanks. */
function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}+#.|]+/gu, ' ')
    .trim();
}
