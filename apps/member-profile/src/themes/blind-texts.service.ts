import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { wrote } from '../profiles/member-texts.service.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';
import { codebookOf, countLeft, countWritten, firstLeft, readThemes, sampledOrder } from './theme-row.ts';

/** Members whose texts are read at once. */
const batch = 200;

/** Shows texts to one who is to know nothing else of their writers: neither lists nor facets, and no statistics. */
@Injectable()
export class BlindTextsService {
  constructor(
    private readonly em: EntityManager,
    private readonly profiles: ProfilesService,
  ) {}

  /**
   * Shows the texts of members until so many characters are full, in an order that says nothing of the members; the same
   * for the same texts.
   */
  async sample({ characters }: RequestOf<'themes.sample'>): Promise<ReplyOf<'themes.sample'>> {
    const em = this.em.fork();
    const rows = await em.execute<{ id: number }[]>(
      `select id from member where analysed and ${wrote} order by ${sampledOrder}`,
    );
    const texts: ReplyOf<'themes.sample'>['texts'] = [];
    let left = characters;
    for (let from = 0; from < rows.length && left > 0; from += batch) {
      const shown = await this.profiles.blindTexts(rows.slice(from, from + batch).map(({ id }) => id));
      for (const { bio, looking_for, prompt_responses } of shown) {
        const length = bio.length + looking_for.length + prompt_responses.length;
        if (length > left) {
          left = 0;
          break;
        }
        if (length > 0) {
          texts.push({ bio, looking_for, prompt_responses });
          left -= length;
        }
      }
    }
    return { written: rows.length, texts };
  }

  /** Shows the texts of some members who are not judged for all themes as they are now. */
  async toJudge({ limit }: RequestOf<'themes.to-judge'>): Promise<ReplyOf<'themes.to-judge'>> {
    const em = this.em.fork();
    const themes = codebookOf(await readThemes(em));
    if (themes.length === 0) {
      return { themes, members: [], left: 0 };
    }
    const { ids, left } = await firstLeft(em, themes.length, limit);
    return { themes, members: await this.profiles.blindTexts(ids), left };
  }

  /** How many members wrote something, and how many of them are judged for all of so many themes as they are now. */
  async progress(em: EntityManager, themes: number): Promise<{ written: number; judged: number }> {
    const written = await countWritten(em);
    return { written, judged: themes === 0 ? 0 : written - (await countLeft(em, themes)) };
  }
}
