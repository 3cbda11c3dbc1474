import { Injectable } from '@nestjs/common';
import { facetsOfRule, quotesOf } from '@warren/contracts';
import type { Evidence, FacetKey, HoldReason, SensitiveFinding } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { inOneLine, pieces } from './checked-texts.ts';
import { inFirstPerson } from './first-person.ts';
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
}

/** Limits of `community.sensitive`. */
const mostTexts = 40;
const mostFacets = 200;
const mostMembers = 10_000;

/** The second check of every pattern: whether it says something sensitive, or is about one of its members. */
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
    const reasons: HoldReason[] = [
      ...(await this.sensitive(pattern, signal)),
      ...singledOut({ ...pattern, name }, shown).map((words) => ({
        kind: 'singles_out' as const,
        about: null,
        words,
      })),
    ];
    return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  }

  /** Words in a text that nobody publishes unasked, e.g. in a name that an operator chooses. */
  async sensitiveIn(texts: readonly string[], memberIds: readonly number[]): Promise<HoldReason[]> {
    return this.ask([...texts, ...texts.map(inFirstPerson)].flatMap(pieces), [], memberIds, undefined);
  }

  private async sensitive(
    { name, description, questionPrompts, evidence, memberIds }: CheckedPattern,
    signal: AbortSignal | undefined,
  ): Promise<HoldReason[]> {
    const fields = [name, description, ...questionPrompts];
    // One sentence may be spread over the fields.
    const told = [...fields, ...inOneLine(fields)];
    const own = told.map(inFirstPerson).filter((text) => !told.includes(text));
    const texts = [...told, ...own, ...quotesOf(evidence)];
    const { rule, facets } = evidence;
    const keys = [...(rule === undefined ? [] : facetsOfRule(rule)), ...facets.map(({ key }) => key)];
    return this.ask(texts.flatMap(pieces), [...new Set(keys)], memberIds, signal);
  }

  private async ask(
    texts: readonly string[],
    facets: readonly FacetKey[],
    memberIds: readonly number[],
    signal: AbortSignal | undefined,
  ): Promise<HoldReason[]> {
    const findings: SensitiveFinding[] = [];
    const rounds = Math.max(Math.ceil(texts.length / mostTexts), Math.ceil(facets.length / mostFacets));
    let agreed = true;
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
      : findings.map(({ kind, words }) => ({ kind: 'sensitive', about: kind, words: words.slice(0, 600) }));
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
