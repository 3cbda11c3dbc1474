import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { mostThemes } from '@warren/contracts';
import type { ReplyOf, RequestOf, ThemeDefinition } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { MembershipChanges } from '../community/membership-changes.ts';
import { ThemeGate } from './theme-gate.service.ts';
import type { Objection } from './theme-gate.service.ts';
import { codebookOf, countWritten, isJudged, kindOfSide, readThemes } from './theme-row.ts';
import type { ThemeRow } from './theme-row.ts';

/** Defines the themes that members' texts are judged for. */
@Injectable()
export class CodebookService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly vocabulary: Vocabulary,
    private readonly gate: ThemeGate,
  ) {}

  /**
   * Adds themes to the codebook, and notes how many members they were proposed from. Defining a theme again changes
   * nothing; what a person dismissed stays so.
   */
  async define({ themes }: RequestOf<'themes.define'>): Promise<ReplyOf<'themes.define'>> {
    // Before the lock: names are read over another connection.
    const objection = await this.gate.objections(themes);
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const known = await readThemes(em);
      const refused: { label: string; reason: string }[] = [];
      for (const theme of themes) {
        const folded = this.vocabulary.canonical(this.vocabulary.fold(theme.label), kindOfSide(theme.side));
        const reason = this.whyNot(theme, folded, known, objection);
        if (reason === undefined) {
          known.push(await insert(em, theme, folded));
        } else if (reason !== 'known') {
          refused.push({ label: theme.label, reason });
        }
      }
      await em.execute('update membership set themes_proposed_from = ?', [await countWritten(em)]);
      return { themes: codebookOf(known), refused };
    });
  }

  /** Why a theme is not added: `known` where it is there already. */
  private whyNot(
    theme: ThemeDefinition,
    folded: string,
    known: readonly ThemeRow[],
    objection: Objection,
  ): string | undefined {
    const same = known.find((row) => row.side === theme.side && row.folded === folded);
    if (same?.status === 'dismissed') {
      return 'Somebody has dismissed this theme.';
    }
    if (same?.is_told === true) {
      return this.vocabulary.fold(same.label) === this.vocabulary.fold(theme.label)
        ? 'known'
        : `It means the same as "${same.label}".`;
    }
    const reason = objection(theme, folded);
    if (reason !== undefined || same !== undefined) {
      return reason ?? 'It was sensitive when the service started; start it again to have it back.';
    }
    return known.filter(isJudged).length >= mostThemes
      ? `There are ${mostThemes} themes, as many as members are judged for at once.`
      : undefined;
  }
}

async function insert(em: EntityManager, theme: ThemeDefinition, folded: string): Promise<ThemeRow> {
  const { label, side, definition, excludes } = theme;
  const [row] = await em.execute<{ id: number }[]>(
    'insert into theme (label, folded, side, definition, excludes) values (?, ?, ?, ?, ?) returning id',
    [label, folded, side, definition, excludes],
  );
  const stored = { folded, status: 'active', is_told: true, merged_into: null } as const;
  return { id: row?.id ?? 0, label, side, definition, excludes, ...stored };
}
