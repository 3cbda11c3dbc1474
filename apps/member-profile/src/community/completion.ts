import type { EntityManager } from '@mikro-orm/postgresql';
import { memberFields, memberFieldsOf } from '@warren/contracts';
import type { FieldCompletion } from '@warren/contracts';

const reportedFields = memberFieldsOf('text', 'list', 'answers');

/** Counts that the database keeps of a field: members who filled it, and the total size of what they wrote. */
interface FieldCount {
  readonly field: string;
  readonly filled: number;
  readonly size: number;
}

/**
 * Reads how completely the analysed members, `total` of them, filled each field: `avg_length` in characters for texts,
 * `avg_count` in entries for lists.
 */
export async function readCompletion(
  em: EntityManager,
  total: number,
): Promise<Record<string, FieldCompletion>> {
  const counts = await em.execute<FieldCount[]>('select field, filled, size::float8 from member_field');
  const countOf = new Map(counts.map((count) => [count.field, count]));
  const completion: Record<string, FieldCompletion> = {};
  for (const field of reportedFields) {
    const { filled = 0, size = 0 } = countOf.get(field) ?? {};
    const average = filled === 0 ? 0 : Math.round((size / filled) * 100) / 100;
    const rate = total === 0 ? 0 : filled / total;
    const measured = memberFields[field] === 'text' ? { avg_length: average } : { avg_count: average };
    completion[field] = { rate, filled, total, ...measured };
  }
  return completion;
}
