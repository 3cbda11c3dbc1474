import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldCompletion } from '@warren/contracts';

/** The fields whose completion is told, and what is counted of each. */
const fields = {
  bio: 'text',
  role: 'text',
  company: 'text',
  location: 'text',
  website: 'text',
  urls: 'list',
  roles: 'list',
  skills: 'list',
  interests: 'list',
  looking_for: 'list',
  all_traits: 'list',
  prompt_responses: 'list',
} as const;

/** What the database counts of one field: who filled it, and how much all of them together wrote. */
export interface FieldCount {
  field: string;
  filled: number;
  size: number;
}

/** How completely the analysed members, `total` of them, filled each field. */
export async function readCompletion(
  em: EntityManager,
  total: number,
): Promise<Record<string, FieldCompletion>> {
  return completionOf(
    await em.execute<FieldCount[]>('select field, filled, size::float8 from member_field'),
    total,
  );
}

/** Counts as rates: `avg_length` in characters for texts, `avg_count` in entries for lists. */
export function completionOf(counts: readonly FieldCount[], total: number): Record<string, FieldCompletion> {
  const countOf = new Map(counts.map((count) => [count.field, count]));
  return Object.fromEntries(
    Object.entries(fields).map(([field, kind]) => {
      const { filled = 0, size = 0 } = countOf.get(field) ?? {};
      const average = filled === 0 ? 0 : Math.round((size / filled) * 100) / 100;
      const rate = total === 0 ? 0 : filled / total;
      const measured = kind === 'text' ? { avg_length: average } : { avg_count: average };
      return [field, { rate, filled, total, ...measured }];
    }),
  );
}
