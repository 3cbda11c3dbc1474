import { Pattern, requests } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** A member with its facets and the active patterns it is in. */
export const MemberDetail = requests['members.get'].reply.extend({
  patterns: z.array(Pattern.pick({ id: true, name: true })).describe('Active patterns the member is in'),
});
export type MemberDetail = z.infer<typeof MemberDetail>;

/** Puts together what two services know of a member. */
@Injectable()
export class MemberDetails {
  constructor(private readonly requests: RequestClient) {}

  async get(id: number): Promise<MemberDetail> {
    const member = await this.requests.ask('members.get', { id });
    const { patterns } = await this.requests.ask('patterns.list', { member_id: id });
    return { ...member, patterns: patterns.map((pattern) => ({ id: pattern.id, name: pattern.name })) };
  }
}
