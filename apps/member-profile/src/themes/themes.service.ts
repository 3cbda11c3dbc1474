import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QuotableField, ThemeNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf, Theme, ThemeCode, UntestedBecause } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { wilson } from '@warren/mining';
import { CommunityCache } from '../community/community-cache.ts';
import { countedFacets } from '../community/community.ts';
import { readTestability } from '../community/theme-facets.ts';
import type { ThemeTestability } from '../community/theme-facets.ts';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { textHash, wrote } from '../profiles/member-texts.service.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';
import { verifyQuote } from '../profiles/verify-quote.ts';
import { BlindTextsService } from './blind-texts.service.ts';
import { sameAs } from './same-as.ts';
import { codebookOf, countWritten, isJudged, ownKey, readThemes } from './theme-row.ts';
import type { ThemeRow } from './theme-row.ts';

const mostCodes = 500;

/** How many analysed members carry a theme, how many were judged for it as they write now, and how many of these carry it. */
interface Counts {
  readonly id: number;
  readonly members: number;
  readonly judged: number;
  readonly coded: number;
}

/** Lists and reads themes with how many members carry them. */
@Injectable()
export class ThemesService {
  constructor(
    private readonly em: EntityManager,
    private readonly communities: CommunityCache,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
    private readonly profiles: ProfilesService,
    private readonly blind: BlindTextsService,
  ) {}

  async list({ dismissed }: RequestOf<'themes.list'>): Promise<ReplyOf<'themes.list'>> {
    const em = this.em.fork();
    const rows = await readThemes(em);
    const progress = await this.blind.progress(em, codebookOf(rows).length);
    const themes = await this.toThemes(
      rows.filter(({ status }) => dismissed || status === 'active'),
      progress.written,
    );
    const [state] = await em.execute<{ proposed_from: number }[]>(
      'select themes_proposed_from as proposed_from from membership',
    );
    return {
      themes: themes.sort((a, b) => b.members - a.members || a.id - b.id),
      ...progress,
      proposed_from: state?.proposed_from ?? 0,
    };
  }

  /** @throws ThemeNotFound */
  async get(id: number): Promise<ReplyOf<'themes.get'>> {
    return { ...(await this.read(id)), codes: await this.codesOf(id) };
  }

  /** @throws ThemeNotFound */
  async read(id: number): Promise<Theme> {
    const em = this.em.fork();
    const [theme] = await this.toThemes(await readThemes(em, id), await countWritten(em));
    if (theme === undefined) {
      throw ThemeNotFound.of(id);
    }
    return theme;
  }

  /** The quotes of a theme that still stand in the texts as they may be shown. */
  private async codesOf(id: number): Promise<ThemeCode[]> {
    const codes = await this.em.fork().execute<ThemeCode[]>(
      `select member_id, field, quote from theme_judgement join member on member.id = member_id
       where theme_id = ? and quote is not null and analysed order by member_id limit ?`,
      [id, mostCodes],
    );
    const profiles = await this.profiles.verifiable(codes.map(({ member_id }) => member_id));
    return codes.flatMap(({ member_id, field: stored, quote }) => {
      const field = QuotableField.parse(stored);
      const profile = profiles.get(member_id);
      return profile !== undefined &&
        verifyQuote({ member_id, field, quote }, profile, profile.isSensitive).verified
        ? [{ member_id, field, quote }]
        : [];
    });
  }

  private async toThemes(rows: readonly ThemeRow[], written: number): Promise<Theme[]> {
    if (rows.length === 0) {
      return [];
    }
    const em = this.em.fork();
    const counts = new Map((await readCounts(em)).map((each) => [each.id, each]));
    const testability = new Map((await readTestability(em)).map((each) => [each.id, each]));
    const facets = countedFacets(await this.communities.current());
    const same = new Map(
      rows.map((row) => [row.id, row.merged_into === null ? sameAs(row, facets, this.vocabulary) : []]),
    );
    const known = await this.names.namesIn(
      [...same.values()].flat().flatMap(({ key, label }) => [key, label]),
    );
    return rows.map((row) => {
      const { members, judged, coded } = counts.get(row.id) ?? { members: 0, judged: 0, coded: 0 };
      const { low, high } = wilson(coded, judged);
      const { id, label, side, definition, excludes, status, merged_into } = row;
      return {
        id,
        label,
        side,
        definition,
        excludes,
        status,
        merged_into,
        key: merged_into ?? ownKey(row),
        same_as: (same.get(id) ?? [])
          .filter((facet) => isPresentable(facet, known, this.vocabulary))
          .map((facet) => ({ key: facet.key, label: facet.label, members: facet.count })),
        members,
        judged,
        written,
        share: judged === 0 ? null : coded / judged,
        share_low: judged === 0 ? null : low,
        share_high: judged === 0 ? null : high,
        untested: untestedBecause(row, testability.get(id)),
      };
    });
  }
}

function untestedBecause(row: ThemeRow, testability: ThemeTestability | undefined): UntestedBecause | null {
  if (!isJudged(row)) {
    return 'dismissed';
  }
  if (row.merged_into !== null) {
    return 'merged';
  }
  return testability?.incomplete === true ? 'incomplete' : testability?.derived === true ? 'derived' : null;
}

async function readCounts(em: EntityManager): Promise<Counts[]> {
  return em.execute<Counts[]>(
    `with writer as materialized (
       select id, ${textHash} as hash from member
       where analysed and ${wrote} and exists (select from theme_judgement where member_id = member.id))
     select theme_id as id, count(quote)::integer as members,
       count(*) filter (where text_hash = hash)::integer as judged,
       count(quote) filter (where text_hash = hash)::integer as coded
     from theme_judgement join writer on writer.id = member_id group by theme_id`,
  );
}
