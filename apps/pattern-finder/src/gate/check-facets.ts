import { quotesOf } from '@warren/contracts';
import type { Evidence, NamedFacet } from '@warren/contracts';
import { keepsDistance, wholeSentences, wordStem } from '@warren/facets';
import { Rejection } from '../evidence/rejection.ts';
import { placeholder } from '../patterns/placeholders.ts';
import { inWords, placesOf } from './carried-facets.ts';
import type { CarriedFacets } from './carried-facets.ts';
import { fieldsOf, labelsOf, lackedLabelsOf } from './claim-fields.ts';
import type { ClaimedText } from './claim-fields.ts';

/**
 * Rejects a text that names facets which the pattern's members do not carry: nothing proves them. Proven is what members
 * list or write of themselves, in the forms of its word and as the more general part of a label ("photography" in
 * "landscape photography", "code" for Python), and what the rule, a quote or the community's name says. What they only
 * deny, wish for, or tell of others may be named in a sentence that says so, or in a question. In a rule's pattern a
 * facet of a few members is not said of all of them. A facet that the rule leaves out is named only where the sentence
 * says that it is not there.
 * @param named the facets that `community.named-facets` finds in `textsOf` the text and the evidence
 * @throws Rejection with what to change
 */
export function checkNamedFacets(
  claimed: ClaimedText,
  named: readonly NamedFacet[],
  evidence: Evidence,
  communityName: string,
  carried: CarriedFacets,
): void {
  const fields = fieldsOf(claimed);
  const isInEvidence = inEvidenceOf(named, fields.length, evidence, communityName);
  const isLacked = lackedIn(fields, evidence);
  const instead = nearest(carried);
  for (const [at, { field, text }] of fields.entries()) {
    const here = named.filter((facet) => facet.text === at);
    const isQuestion = field === 'question_prompts';
    const unsupported = here.filter(
      (facet) =>
        !isInEvidence(facet) &&
        !isCarried(facet) &&
        !isLacked(facet) &&
        !(isQuestion && allowedInQuestions.has(facet.label)),
    );
    if (unsupported.length > 0) {
      const all = [...new Set(unsupported.map(({ label }) => `"${label}"`))].slice(0, 8).join(', ');
      throw new Rejection(
        'unsupported_facet',
        `${field}: ${all} ${unsupported.length === 1 ? 'is' : 'are'} not in the evidence of this pattern, neither in the lists ` +
          `of its members nor in what they write: take it out of the words, or save a rule that has it.${instead}`,
      );
    }
    if (!isQuestion) {
      here.forEach((facet) => rejectTurned(facet, field, text, evidence, isInEvidence(facet)));
      rejectFew(here, field, text, evidence, carried);
    }
  }
}

function isCarried({ carriers }: NamedFacet): boolean {
  return carriers !== undefined && carriers.has + carriers.otherwise > 0;
}

/** Rejects what members only deny, wish for, or tell of others, in a sentence that says it of them. */
function rejectTurned(
  { label, carriers }: NamedFacet,
  field: string,
  text: string,
  { sides, quotes }: Evidence,
  isInEvidence: boolean,
): void {
  const isTurned = carriers !== undefined && carriers.has === 0 && carriers.otherwise > 0;
  // A wish is what a collaboration stands on.
  if (!isTurned || sides !== undefined || (isInEvidence && quotes === undefined)) {
    return;
  }
  const saying = wholeSentences(text).filter((sentence) => placesOf(label, sentence).length > 0);
  if (saying.some((sentence) => !keepsDistance(sentence))) {
    throw new Rejection(
      'unsupported_facet',
      `${field}: "${label}" stands in what these members write only as a wish, denied, of the past, or of somebody else: ` +
        'say it so, in the same sentence, or leave it out.',
    );
  }
}

/** Rejects what only a few members of a rule's pattern carry, where the text says it of all of them. */
function rejectFew(
  here: readonly NamedFacet[],
  field: string,
  text: string,
  { facets, quotes, sides }: Evidence,
  { members, carried }: CarriedFacets,
): void {
  const counted = here.filter(({ carriers }) => carriers !== undefined && carriers.has > 0);
  if (quotes !== undefined || sides !== undefined || counted.length === 0) {
    return;
  }
  const most = Math.max(...counted.map(({ carriers }) => carriers?.has ?? 0));
  const inRule = new Set(facets.map(({ key }) => key.slice(key.indexOf(':') + 1)));
  const few = counted.find(({ label, folded, also, carriers }) => {
    const has = carriers?.has ?? 0;
    const isOfRule = [folded, ...also].some((name) => inRule.has(name));
    const isFew = has === 1 || (!isOfRule && has < members * partToBeSaid);
    const isSome = hedge.test(sentenceWith(label, text));
    return field === 'name' ? most < members * partToBeSaid : isFew && has < members && !isSome;
  });
  if (few !== undefined) {
    const { label, carriers } = few;
    const has = carriers?.has ?? 0;
    throw new Rejection(
      'unsupported_facet',
      `${field}: ${has} of the pattern's ${members} members ${has === 1 ? 'has' : 'have'} "${label}" (${inWords(has, members)}): ` +
        `say it of ${has === 1 ? 'one' : 'some'} of them, or leave it out.${nearest({ members, total: 0, carried })}`,
    );
  }
}

/** Part of a pattern's members that must carry what is said of them without a quantity, as in its name. */
const partToBeSaid = 1 / 4;
/** Words by which a sentence speaks of some of the members. */
const hedge =
  /(?<!\p{L})(?:some|a few|few|several|one|others?|someone|somebody|a couple|now and then|einige|manche[rs]?|ein paar|wenige|eine[rs]?|andere|jemand|darunter|vereinzelt)(?!\p{L})/iu;

function sentenceWith(label: string, text: string): string {
  return wholeSentences(text).find((sentence) => placesOf(label, sentence).length > 0) ?? text;
}

/** What the members do carry, to be said instead. */
function nearest({ members, carried }: CarriedFacets): string {
  const told = carried.map(({ label, members: has }) => `${label} (${has})`).join(', ');
  return told === '' ? '' : ` The ${members} members have: ${told}.`;
}

/** Tells whether the rule, a quote or the community's name says a facet. */
function inEvidenceOf(
  named: readonly NamedFacet[],
  ofText: number,
  evidence: Evidence,
  communityName: string,
): (facet: NamedFacet) => boolean {
  const inEvidence = named.filter(({ text }) => text >= ofText);
  const proven = new Set(inEvidence.flatMap(({ folded, also, broader }) => [folded, ...also, ...broader]));
  const quoted = [...labelsOf(evidence), ...quotesOf(evidence), communityName];
  const own = ` ${[...quoted, ...inEvidence.map(({ folded }) => folded)].map(foldText).join(' | ')} `;
  const stems = new Set(own.split(/[ |]+/).map(wordStem));
  const isOwn = (name: string): boolean => own.includes(` ${foldText(name)} `);
  return ({ label, folded, also }) =>
    [folded, ...also].some((name) => proven.has(name)) ||
    [label, folded, ...also].some(isOwn) ||
    // Two labels joined may spell a third: "HTML and CSS".
    label.split(/ (?:and|&) /).every(isOwn) ||
    stems.has(wordStem(foldText(label)));
}

/** Verbs that a question may use without claiming a facet: "What would you film here?" */
const allowedInQuestions = new Set('code cook dance design film'.split(' '));

/** Words by which a sentence says that something is not there. */
const absence =
  /\b(?:without|no|not|none|nobody|never|neither|nor|lack\w*|missing|absent|outside|except|instead|rather than|yet to)\b|n[’']t\b/iu;

/** Tells whether a facet is one that the rule leaves out, named only where the sentence says that it is not there. */
function lackedIn(
  fields: readonly { readonly text: string }[],
  evidence: Evidence,
): (facet: NamedFacet) => boolean {
  const lacked = new Set(lackedLabelsOf(evidence).map(foldText));
  return ({ text, label, folded, also }) => {
    if (![label, folded, ...also].some((name) => lacked.has(foldText(name)))) {
      return false;
    }
    const written = fields[text]?.text ?? '';
    const saying = wholeSentences(written).filter((sentence) => placesOf(label, sentence).length > 0);
    return (saying.length === 0 ? [written] : saying).every((sentence) => absence.test(sentence));
  };
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
