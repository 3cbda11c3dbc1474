import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type {
  Introduction,
  IntroductionPage,
  IntroductionPatch,
  IntroductionQuery,
  StoredIntroduction,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { whyOf } from './why.ts';

/** Combines introductions with the names of their members. */
@Injectable()
export class Introductions {
  constructor(private readonly requests: RequestClient) {}

  /** Page of introductions, without those of members erased meanwhile. */
  async page(query: IntroductionQuery): Promise<IntroductionPage> {
    const found = await this.requests.ask('introductions.list', query);
    return { ...found, introductions: await this.named(found.introductions) };
  }

  async get(id: number): Promise<Introduction> {
    return this.only(await this.requests.ask('introductions.get', { id }));
  }

  async patch(id: number, patch: IntroductionPatch): Promise<Introduction> {
    return this.only(await this.requests.ask('introductions.patch', { id, patch }));
  }

  private async only(stored: StoredIntroduction): Promise<Introduction> {
    const [introduction] = await this.named([stored]);
    if (introduction === undefined) {
      throw new MemberNotFound(`A member of introduction ${stored.id} was erased.`, {
        introduction_id: stored.id,
      });
    }
    return introduction;
  }

  private async named(stored: readonly StoredIntroduction[]): Promise<Introduction[]> {
    const ids = [...new Set(stored.flatMap(({ seeker, giver }) => [seeker, giver]))];
    const { members } =
      ids.length === 0 ? { members: [] } : await this.requests.ask('members.briefs', { ids });
    const people = new Map(
      members.map(({ id, first_name, last_name }) => [id, { id, first_name, last_name }] as const),
    );
    return stored.flatMap((one) => {
      const [seeker, giver] = [people.get(one.seeker), people.get(one.giver)];
      if (seeker === undefined || giver === undefined) {
        return [];
      }
      const introduction = { ...one, seeker, giver };
      return [{ ...introduction, why: one.why ?? whyOf(introduction) }];
    });
  }
}
