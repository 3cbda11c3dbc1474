import { Injectable } from '@nestjs/common';
import { facetsOfRule, quotesOf } from '@warren/contracts';
import type { Evidence, FacetKey, HoldReason, Reading, SensitiveFinding } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { inOneLine, pieces } from './checked-texts.ts';
import { inFirstPerson } from './first-person.ts';
import { reasonsOfReading } from './reading-reasons.ts';
import { singledOut } from './singled-out.ts';
import type { MemberWords } from './singled-out.ts';

/** A pattern as it is about to be saved, or as it is today. */
export interface CheckedPattern {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
  readonly evidence: Evidence;
  readonly memberIds: readonly number[];
  /** Whom a name is about is the operator's decision, where the operator chose it. */
  readonly namedByOperator?: boolean;
  /** What a second reader said of it; without one where no model wrote its text. */
  readonly reading?: Reading | null | undefined;
}

/** Limits of `community.sensitive`. */
const mostTexts = 40;
const mostFacets = 200;
const mostMembers = 10_000;

/**
 * The second check of every pattern: whether it says something sensitive, is about one of its members, or stands on quotes
 * of which no second reader has said that they carry it.
 */
@Injectable()
export class PatternCheck {
  constructor(private readonly requests: RequestClient) {}

  /**
   * Finds the reasons to hold a pattern back, each kind and words once.
   * @param shown what members wrote, of those that the author of the text has read
   * @throws ServiceUnavailable, DeadlineExceeded: a pattern is never published unchecked
   */
  async reasonsToHold(
    pattern: CheckedPattern,
    shown: readonly MemberWords[],
    signal?: AbortSignal,
  ): Promise<HoldReason[]> {
    const name = pattern.namedByOperator === true ? '' : pattern.name;
    const single = (others: readonly MemberWords[]): HoldReason[] =>
      singledOut({ ...pattern, name }, others).map((words) => ({ kind: 'singles_out', about: null, words }));
    const reasons = unique([
      ...(await this.sensitive(pattern, signal)),
      ...reasonsOfReading(pattern),
      ...single(shown),
    ]);
    // Among those quoted a sentence may be about one, though others in the community use its words too.
    const isAboutQuoted = reasons.length === 0 && shown.length > 0 && pattern.evidence.quotes !== undefined;
    return isAboutQuoted ? unique(single([])) : reasons;
  }

  /**
   * Finds the reasons to hold back an introduction that an analyst proposes. It is about two people, so it singles nobody
   * out; what is sensitive holds it whatever they agreed to, since it is told to one certain person.
   * @throws ServiceUnavailable, DeadlineExceeded
   */
  async reasonsToHoldOfTwo(
    { why, evidence, reading }: { why: string; evidence: Evidence; reading: Reading },
    signal?: AbortSignal,
  ): Promise<HoldReason[]> {
    const texts = [why, inFirstPerson(why), ...quotesOf(evidence)].flatMap(pieces);
    const keys = [...new Set(evidence.facets.map(({ key }) => key))];
    const reasons = [
      ...(await this.ask([...new Set(texts)], keys, [], signal, sensitiveOf(reading))),
      ...reasonsOfReading({ evidence, reading }),
    ];
    return unique(reasons);
  }

  /** Words in a text that nobody publishes unasked, e.g. in a name that an operator chooses. */
  async sensitiveIn(texts: readonly string[], memberIds: readonly number[]): Promise<HoldReason[]> {
    return this.ask([...texts, ...texts.map(inFirstPerson)].flatMap(pieces), [], memberIds, undefined);
  }

  private async sensitive(
    { name, description, questionPrompts, evidence, memberIds, reading }: CheckedPattern,
    signal: AbortSignal | undefined,
  ): Promise<HoldReason[]> {
    const fields = [name, description, ...questionPrompts];
    // One sentence may be spread over the fields.
    const told = [...fields, ...inOneLine(fields)];
    const own = told.map(inFirstPerson).filter((text) => !told.includes(text));
    const texts = [...told, ...own, ...quotesOf(evidence)];
    const { rule, facets } = evidence;
    const keys = [...(rule === undefined ? [] : facetsOfRule(rule)), ...facets.map(({ key }) => key)];
    return this.ask(texts.flatMap(pieces), [...new Set(keys)], memberIds, signal, sensitiveOf(reading));
  }

  /** @param read what was found by reading; it may be published where what the vocabulary finds may */
  private async ask(
    texts: readonly string[],
    facets: readonly FacetKey[],
    memberIds: readonly number[],
    signal: AbortSignal | undefined,
    read: readonly HoldReason[] = [],
  ): Promise<HoldReason[]> {
    const findings: SensitiveFinding[] = [];
    const rounds = Math.max(Math.ceil(texts.length / mostTexts), Math.ceil(facets.length / mostFacets));
    let agreed = memberIds.length > 0;
    for (let round = 0; round < rounds; round += 1) {
      const answer = await this.requests.ask(
        'community.sensitive',
        {
          texts: texts.slice(round * mostTexts, (round + 1) * mostTexts),
          facets: facets.slice(round * mostFacets, (round + 1) * mostFacets),
          member_ids: memberIds.slice(0, mostMembers),
        },
        { signal },
      );
      findings.push(...answer.findings);
      agreed &&= answer.agreed;
    }
    const isAgreed = agreed && (await this.agree(memberIds.slice(mostMembers), signal));
    return isAgreed
      ? []
      : [
          ...findings.map(({ kind, words }): HoldReason => ({
            kind: 'sensitive',
            about: kind,
            words: words.slice(0, 600),
          })),
          ...read,
        ];
  }

  /** Checks whether the members beyond those of one request agree too. */
  private async agree(rest: readonly number[], signal: AbortSignal | undefined): Promise<boolean> {
    for (let at = 0; at < rest.length; at += mostMembers) {
      const member_ids = rest.slice(at, at + mostMembers);
      const { agreed } = await this.requests.ask(
        'community.sensitive',
        { texts: [], facets: [], member_ids },
        { signal },
      );
      if (!agreed) {
        return false;
      }
    }
    return true;
  }
}

/** Sensitive words that a second reader found. */
function sensitiveOf(reading: Reading | null | undefined): HoldReason[] {
  return (reading?.sensitive ?? []).map(({ kind, words }) => ({ kind: 'sensitive', about: kind, words }));
}

function unique(reasons: readonly HoldReason[]): HoldReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
