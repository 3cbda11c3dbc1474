import type { EntityManager } from '@mikro-orm/postgresql';
import { Forgetting } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';
import { refreshThemes } from '../community/theme-facets.ts';

interface ThemeTexts {
  readonly id: number;
  readonly label: string;
  readonly folded: string;
  readonly definition: string;
  readonly excludes: string;
  readonly merged_into: string | null;
  readonly merged_label: string | null;
}

/**
 * Removes the passages of erased members from themes, in the transaction of `em`. A theme whose label has one is called by
 * its number from then on, and one that is merged into a facet of such words is merged no longer.
 * @returns how many members carry another facet by that
 */
export async function forgetInThemes(
  em: EntityManager,
  passages: readonly ErasedPassages[],
): Promise<number> {
  const { redact } = new Forgetting(
    passages.map(({ salt, hashes }) => ({ salt, members: [], passages: hashes })),
  );
  const holds = (text: string | null): boolean => text !== null && redact(text) !== text;
  const rows = await em.execute<ThemeTexts[]>(
    'select id, label, folded, definition, excludes, merged_into, merged_label from theme',
  );
  let changed = 0;
  for (const row of rows) {
    const { id, merged_into, merged_label } = row;
    const isNamed = holds(row.label);
    const isMerged = !holds(merged_into) && !holds(merged_label);
    if (![isNamed, !isMerged, holds(row.definition), holds(row.excludes)].includes(true)) {
      continue;
    }
    await em.execute(
      `update theme set label = ?, folded = ?, definition = ?, excludes = ?, merged_into = ?, merged_label = ?
       where id = ?`,
      [
        isNamed ? `Theme ${id}` : row.label,
        isNamed ? `theme ${id}` : row.folded,
        redact(row.definition),
        redact(row.excludes),
        isMerged ? merged_into : null,
        isMerged ? merged_label : null,
        id,
      ],
    );
    changed += await refreshThemes(em, { theme: id });
  }
  return changed;
}
