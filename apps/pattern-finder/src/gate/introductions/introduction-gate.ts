import { Injectable } from '@nestjs/common';
import { facetKind } from '@warren/contracts';
import type { Reading } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Rejection } from '../../evidence/rejection.ts';
import { verifyQuotes } from '../../evidence/verified-quotes.ts';
import { PatternCheck } from '../../holding/pattern-check.ts';
import type { MemberWords } from '../../holding/singled-out.ts';
import { facetsCarried } from '../../introductions/carried-facets.ts';
import type { CheckedIntroduction, CheckedReason } from '../../introductions/checked-introduction.ts';
import { cleanText } from '../../run-state/clean-text.ts';
import { carriedFacetsOf } from '../carried-facets.ts';
import { textsOf } from '../check-facets.ts';
import { Community } from '../community.ts';
import { assertAnswered, digestOfSubject, subjectOfTwo, unread } from '../second-reader.ts';
import type { SecondReader } from '../second-reader.ts';
import { checkNamed, checkSentence, claimOf, evidenceOfTwo } from './check-why.ts';
import type { ClaimedReason, IntroductionClaim } from './introduction-claim.ts';

const least = 10;

/** The gate before an introduction that an analyst proposes: reasons are verified, and the sentence checked against them. */
@Injectable()
export class IntroductionGate {
  constructor(
    private readonly requests: RequestClient,
    private readonly check: PatternCheck,
    private readonly community: Community,
  ) {}

  /**
   * Verifies that the two list or write what is claimed of them, and checks the sentence; nothing is written.
   * @param shown what members wrote whom the analyst has read
   * @param reader says whether need and offer answer each other, which no reason proves by itself; without one it is held
   * @throws Rejection with what to change
   */
  async verify(
    claim: IntroductionClaim,
    shown: readonly MemberWords[],
    signal: AbortSignal,
    reader?: SecondReader,
  ): Promise<CheckedIntroduction> {
    if (claim.seeker.member_id === claim.giver.member_id) {
      throw new Rejection('wrong_shape', 'An introduction is of two different members.');
    }
    const why = cleanText(claim.why).trim();
    if (why.length < least) {
      throw new Rejection('invalid_input', 'why: too little is left without characters that cannot be seen.');
    }
    const [seeker, giver] = await this.reasonsOf(claim, signal);
    const evidence = evidenceOfTwo(seeker, giver);
    checkSentence(why, evidence, this.community.name, shown);
    const reply = await this.requests.ask(
      'community.named-facets',
      { texts: textsOf(claimOf(why), evidence), member_ids: [seeker.memberId, giver.memberId] },
      { signal },
    );
    checkNamed(why, reply.named, evidence, this.community.name, carriedFacetsOf(reply));
    const reading = await readingOf(why, seeker, giver, reader);
    assertAnswered(reading);
    const reasons = await this.check.reasonsToHoldOfTwo({ why, evidence, reading }, signal);
    return { seeker, giver, why, reasons };
  }

  /** @throws Rejection if a facet is not carried, is of the wrong kind, or a quote is not verbatim */
  private async reasonsOf(
    { seeker, giver }: IntroductionClaim,
    signal: AbortSignal,
  ): Promise<[CheckedReason, CheckedReason]> {
    assertKind(seeker, 'seeker', (kind) => kind === 'looking_for', 'a wish (looking_for)');
    assertKind(giver, 'giver', (kind) => kind !== 'looking_for', 'something that the giver has, and no wish');
    const named = [seeker, giver].filter(({ facet }) => facet !== undefined);
    const carried = await facetsCarried(
      this.requests,
      named.map(({ member_id }) => member_id),
      signal,
    );
    const verified = async (reason: ClaimedReason, side: string): Promise<CheckedReason> => {
      const { member_id: memberId, facet: key } = reason;
      const facet = key === undefined ? undefined : carried.get(memberId)?.get(key);
      if (key !== undefined && facet === undefined) {
        // Without the id: rejections are stored with the run, and an erased member must not stay in them.
        throw new Rejection(
          'unknown_facet',
          `${side}: this member does not carry ${key}: take a facet of the profile, or quote the member.`,
        );
      }
      return facet === undefined
        ? { memberId, facet: null, words: await this.wordsOf(reason, side, signal) }
        : { memberId, facet, words: null };
    };
    return [await verified(seeker, 'seeker'), await verified(giver, 'giver')];
  }

  /** The words of a quote, widened to whole sentences. @throws Rejection if they are not verbatim, or cut out of their sense */
  private async wordsOf(
    { member_id, field, quote }: ClaimedReason,
    side: string,
    signal: AbortSignal,
  ): Promise<NonNullable<CheckedReason['words']>> {
    if (field === undefined || quote === undefined) {
      throw new Rejection('invalid_input', `${side}: give a facet, or a quote with its field.`);
    }
    const { verdicts } = await verifyQuotes(this.requests, [{ member_id, field, quote }], signal);
    const [verdict] = verdicts;
    if (verdict?.verified !== true) {
      const reason = (verdict?.reason ?? 'not verbatim').replaceAll(`member ${member_id}`, 'this member');
      throw new Rejection('quote_not_verbatim', `${side}: ${reason}`);
    }
    if (verdict.turned_by !== undefined) {
      throw new Rejection(
        'quote_not_verbatim',
        `${side}: the whole sentence says otherwise ("${verdict.turned_by}"): quote something else.`,
      );
    }
    return { field, quote: verdict.quote.quote };
  }
}

function assertKind(
  { facet }: ClaimedReason,
  side: string,
  isRight: (kind: string) => boolean,
  wanted: string,
): void {
  if (facet !== undefined && !isRight(facetKind(facet))) {
    throw new Rejection('wrong_shape', `${side}: ${facet} is not ${wanted}: choose another facet, or quote.`);
  }
}

async function readingOf(
  why: string,
  seeker: CheckedReason,
  giver: CheckedReason,
  reader: SecondReader | undefined,
): Promise<Reading> {
  const subject = subjectOfTwo(why, seeker, giver);
  return (await reader?.(subject, digestOfSubject(subject))) ?? unread('no_model');
}
