import type { Evidence, NamedFacet } from '@warren/contracts';
import { wholeSentences } from '@warren/facets';
import { Rejection } from '../../evidence/rejection.ts';
import type { MemberWords } from '../../holding/singled-out.ts';
import type { CheckedReason } from '../../introductions/checked-introduction.ts';
import type { CarriedFacets } from '../carried-facets.ts';
import { checkNamedFacets } from '../check-facets.ts';
import { checkOwnWords } from '../check-own-words.ts';
import { checkQuantities } from '../check-quantities.ts';
import { checkText } from '../check-text.ts';
import type { ClaimedText } from '../claim-fields.ts';

const noChance = {
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};

/** The two and their reasons as evidence of a pattern has them, against which its checks are made. */
export function evidenceOfTwo(seeker: CheckedReason, giver: CheckedReason): Evidence {
  const reasons = [seeker, giver];
  return {
    basis: 'quotes',
    quotes: reasons.flatMap(({ memberId, words }) =>
      words === null ? [] : [{ member_id: memberId, ...words }],
    ),
    facets: reasons.flatMap(({ facet }) =>
      facet === null ? [] : [{ ...facet, in_pattern: 1, in_community: 1 }],
    ),
    statistics: { observed: 2, share: 0, share_low: 0, share_high: 1, ...noChance },
    sides: { seekers: [seeker.memberId], givers: [giver.memberId] },
  };
}

/** A sentence about two, as the checks of patterns take it. */
export function claimOf(why: string): ClaimedText {
  return { name: '', description: why, questionPrompts: [] };
}

/** That they are two is proven. */
const ofTwo =
  /\b(?:the|these|those|you|both) two\b|\btwo (?=(?:people|members|persons|of (?:them|you))\b)/giu;

/**
 * Rejects a sentence that is none, has numbers, exaggerates, or repeats what one member wrote.
 * @throws Rejection with what to change
 */
export function checkSentence(
  why: string,
  evidence: Evidence,
  communityName: string,
  shown: readonly MemberWords[],
): void {
  if (wholeSentences(why).filter((sentence) => sentence.trim() !== '').length > 1) {
    throw new Rejection('invalid_input', 'why: write one sentence.');
  }
  if (/\{[^}]*\}/u.test(why)) {
    throw new Rejection('literal_number', noNumbers);
  }
  ofIntroduction(() => {
    checkText(claimOf(why.replaceAll(ofTwo, 'they')), evidence, communityName);
    checkOwnWords(claimOf(why), evidence, shown);
  });
}

const noNumbers = 'why: nothing is counted here: say it without a number.';

/**
 * Rejects a sentence that names what neither of the two lists or writes.
 * @throws Rejection with what to change
 */
export function checkNamed(
  why: string,
  named: readonly NamedFacet[],
  evidence: Evidence,
  communityName: string,
  carried: CarriedFacets,
): void {
  ofIntroduction(() => {
    checkNamedFacets(claimOf(why), named, evidence, communityName, carried);
    checkQuantities(claimOf(why), named, evidence, carried);
  });
}

/** Makes the checks of a pattern's text, and says what they reject as of an introduction. */
function ofIntroduction(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Rejection)) {
      throw error;
    }
    const { kind, message } = error;
    throw kind === 'literal_number'
      ? new Rejection(kind, noNumbers)
      : new Rejection(
          kind,
          message
            .replace(/^description: /, 'why: ')
            .replace('of this pattern,', 'of this introduction,')
            .replace('of its members', 'of the two')
            .replace('this pattern\'s basis, "quotes",', 'the reasons of the two')
            .replace(', or save a rule that has it', ''),
        );
  }
}
