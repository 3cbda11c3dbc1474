import { Injectable } from '@nestjs/common';
import type { MemberDetail } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { memberOf } from '../patterns/pattern-members.ts';

/** Combines the data of two services about a member. */
@Injectable()
export class MemberDetails {
  constructor(private readonly requests: RequestClient) {}

  async get(id: number): Promise<MemberDetail> {
    const member = await this.requests.ask('members.get', { id });
    const { patterns } = await this.requests.ask('patterns.list', { member_id: id });
    return {
      ...member,
      patterns: patterns.map((pattern) => {
        const { id: patternId, name, category, evidence } = pattern;
        const { facets, quotes, side } = memberOf(pattern, member);
        return { id: patternId, name, category, basis: evidence.basis, facets, quotes, side };
      }),
    };
  }
}
