import { Injectable } from '@nestjs/common';
import { IntroductionQuery } from '@warren/contracts';
import type { MemberDetail } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Introductions } from '../introductions/introductions.ts';
import { memberOf } from '../patterns/pattern-members.ts';

/** Combines the data of two services about a member. */
@Injectable()
export class MemberDetails {
  constructor(
    private readonly requests: RequestClient,
    private readonly introductions: Introductions,
  ) {}

  async get(id: number): Promise<MemberDetail> {
    const member = await this.requests.ask('members.get', { id });
    const { patterns } = await this.requests.ask('patterns.list', { member_id: id });
    const { introductions } = await this.introductions.page(IntroductionQuery.parse({ member_id: id }));
    return {
      ...member,
      introductions,
      patterns: patterns.map((pattern) => {
        const { id: patternId, name, category, evidence } = pattern;
        const { facets, quotes, side } = memberOf(pattern, member);
        return { id: patternId, name, category, basis: evidence.basis, facets, quotes, side };
      }),
    };
  }
}
