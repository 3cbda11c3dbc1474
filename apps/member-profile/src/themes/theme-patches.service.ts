import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, InvalidRequest, ThemeNotFound, facetKind, mostThemes } from '@warren/contracts';
import type { RequestOf, Theme } from '@warren/contracts';
import { AuditLog } from '@warren/messaging';
import { readLabels } from '../community/labels.ts';
import { MembershipChanges } from '../community/membership-changes.ts';
import { isSame, readUntested, refreshThemes } from '../community/theme-facets.ts';
import { codebookOf, kindOfSide, readThemes } from './theme-row.ts';
import type { ThemeRow } from './theme-row.ts';
import { ThemesService } from './themes.service.ts';

/** Changes what a person decides of a theme. */
@Injectable()
export class ThemePatchesService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly themes: ThemesService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Dismisses a theme or takes it up again, or merges it into a facet that members list; writes nothing if nothing
   * changes.
   * @throws ThemeNotFound; InvalidRequest where nobody lists the facet; Conflict where the two cannot be one
   */
  async patch({ id, patch }: RequestOf<'themes.patch'>): Promise<Theme> {
    await this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [row] = await readThemes(em, id);
      if (row === undefined) {
        throw ThemeNotFound.of(id);
      }
      const { status = row.status, merged_into: into = row.merged_into } = patch;
      if (status === row.status && into === row.merged_into) {
        return;
      }
      if (status === 'active' && row.status !== 'active') {
        await expectRoom(em);
      }
      const label = into === null ? null : await labelOf(em, row, into);
      const before = await readUntested(em);
      await em.execute('update theme set status = ?, merged_into = ?, merged_label = ? where id = ?', [
        status,
        into,
        label,
        id,
      ]);
      const changed = await refreshThemes(em, { theme: id });
      if (changed > 0 || !isSame(before, await readUntested(em))) {
        await this.changes.publish(em, changed);
      }
      await this.audit.record(em, {
        action: 'themes.patch',
        target: { kind: 'theme', ids: [String(id)] },
        details: { status, merged: into !== null },
      });
    });
    return this.themes.read(id);
  }
}

async function expectRoom(em: EntityManager): Promise<void> {
  if (codebookOf(await readThemes(em)).length >= mostThemes) {
    throw new Conflict(
      `There are ${mostThemes} active themes, as many as members are judged for at once: dismiss another one first.`,
    );
  }
}

/** The spelling that most members use of the facet that a theme is merged into. */
async function labelOf(em: EntityManager, theme: ThemeRow, key: string): Promise<string> {
  const kind = facetKind(key);
  if (kind === 'theme') {
    throw new Conflict('A theme can be merged into a facet that members list, not into another theme.', {
      merged_into: key,
    });
  }
  if ((kind === 'looking_for') !== (kindOfSide(theme.side) === 'looking_for')) {
    throw new Conflict(
      theme.side === 'needs'
        ? 'This theme is what members look for: merge it into a facet looking_for:…'
        : 'This theme is what members have or are: merge it into a facet of another kind than looking_for.',
      { merged_into: key },
    );
  }
  const listed = await em.execute(
    'select from member where analysed and facets @> array[?]::text[] limit 1',
    [key],
  );
  if (listed.length === 0) {
    throw InvalidRequest.of([{ field: 'merged_into', message: `no member lists ${key}` }]);
  }
  return (await readLabels(em, new Set([key]))).get(key) ?? key.slice(key.indexOf(':') + 1);
}
