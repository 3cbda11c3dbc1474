import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { Consent } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { MembershipChanges } from '../community/membership-changes.ts';
import { isSame, readUntested, refreshThemes } from '../community/theme-facets.ts';
import { Sensitivity } from '../privacy/sensitivity.ts';
import { ThemeGate } from './theme-gate.service.ts';
import { kindOfSide, readThemes } from './theme-row.ts';

interface StoredCode {
  readonly theme_id: number;
  readonly member_id: number;
  readonly quote: string;
  readonly consents: Consent[];
}

/** Keeps stored themes up to date with the vocabulary and the sensitive words. */
@Injectable()
export class StoredThemes {
  private readonly logger = new Logger(StoredThemes.name);

  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly vocabulary: Vocabulary,
    private readonly sensitivity: Sensitivity,
    private readonly gate: ThemeGate,
  ) {}

  /**
   * Folds labels again under another vocabulary. Under other sensitive words, a theme that is sensitive is told of nobody,
   * and a code whose words are is gone, unless its member agreed.
   */
  async refreshStale(): Promise<void> {
    const version = `${this.vocabulary.version}.${this.sensitivity.version}`;
    const changed = await this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [stored] = await em.execute<{ version: string }[]>(
        'select themes_version as version from membership',
      );
      if (stored?.version === version) {
        return 0;
      }
      const before = await readUntested(em);
      await this.refold(em);
      await this.dropSensitive(em);
      await em.execute('update membership set themes_version = ?', [version]);
      const others = await refreshThemes(em, 'all');
      if (others > 0 || !isSame(before, await readUntested(em))) {
        await this.changes.publish(em, others);
      }
      return others;
    });
    if (changed > 0) {
      this.logger.log(
        `Vocabulary or sensitive words have changed, and with them the themes of ${changed} members`,
      );
    }
  }

  /** A label that now means the same as that of an earlier theme stays as it was folded. */
  private async refold(em: EntityManager): Promise<void> {
    for (const { id, label, side, folded } of await readThemes(em)) {
      const kind = kindOfSide(side);
      const now = this.vocabulary.canonical(this.vocabulary.fold(label), kind);
      await em.execute(
        `update theme set is_told = ?, folded = case
           when exists (select from theme as other where other.folded = ? and other.side = theme.side) then folded
           else ? end
         where id = ?`,
        [!this.gate.isSensitive(`${kind}:${now === '' ? folded : now}`, label), now, now, id],
      );
    }
  }

  private async dropSensitive(em: EntityManager): Promise<void> {
    const codes = await em.execute<StoredCode[]>(
      `select theme_id, member_id, quote, to_json(consents) as consents
       from theme_judgement join member on member.id = member_id where quote is not null`,
    );
    const sensitive = codes.filter(
      ({ quote, consents }) =>
        !this.sensitivity.agrees({ consents }) && this.sensitivity.words.in(quote).length > 0,
    );
    await em.execute(
      `update theme_judgement as known set field = null, quote = null, text_hash = ''
       from jsonb_to_recordset(?::jsonb) as gone (theme_id integer, member_id integer)
       where known.theme_id = gone.theme_id and known.member_id = gone.member_id`,
      [JSON.stringify(sensitive.map(({ theme_id, member_id }) => ({ theme_id, member_id })))],
    );
  }
}
