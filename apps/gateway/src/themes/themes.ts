import { Injectable } from '@nestjs/common';
import type { Theme, ThemeDetail, ThemeList, ThemePatch, ThemeQuery } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';

/** Combines themes with the names of the members whose words they are. */
@Injectable()
export class Themes {
  constructor(private readonly requests: RequestClient) {}

  async list({ dismissed }: ThemeQuery): Promise<ThemeList> {
    return this.requests.ask('themes.list', { dismissed: dismissed === 'true' });
  }

  /** One theme with its codes, without those of members erased meanwhile. */
  async get(id: number): Promise<ThemeDetail> {
    const { codes, ...theme } = await this.requests.ask('themes.get', { id });
    const ids = [...new Set(codes.map(({ member_id }) => member_id))];
    const { members } =
      ids.length === 0 ? { members: [] } : await this.requests.ask('members.briefs', { ids });
    const people = new Map(
      members.map(({ id, first_name, last_name }) => [id, { id, first_name, last_name }] as const),
    );
    return {
      ...theme,
      codes: codes.flatMap(({ member_id, ...code }) => {
        const member = people.get(member_id);
        return member === undefined ? [] : [{ ...code, member }];
      }),
    };
  }

  async patch(id: number, patch: ThemePatch): Promise<Theme> {
    return this.requests.ask('themes.patch', { id, patch });
  }
}
