import type { EntityManager } from '@mikro-orm/postgresql';
import { memberFieldsOf } from '@warren/contracts';
import type { FieldCompletion } from '@warren/contracts';

/** Texts are measured in characters, lists in entries. */
const textFields = memberFieldsOf('text');
const listFields = memberFieldsOf('list', 'answers');

/** Counts that the database keeps of a field: members who filled it, and the total size of what they wrote. */
interface FieldCount {
  readonly field: string;
  readonly filled: number;
  readonly size: number;
}

/** Reads how completely the analysed members, `total` of them, filled each field. */
export async function readCompletion(
  em: EntityManager,
  total: number,
): Promise<Record<string, FieldCompletion>> {
  const counts = await em.execute<FieldCount[]>('select field, filled, size::float8 from member_field');
  const countOf = new Map(counts.map((count) => [count.field, count]));
  const rateOf = (field: string): { rate: number; filled: number; average: number } => {
    const { filled = 0, size = 0 } = countOf.get(field) ?? {};
    const average = filled === 0 ? 0 : Math.round((size / filled) * 100) / 100;
    return { rate: total === 0 ? 0 : filled / total, filled, average };
  };
  return Object.fromEntries([
    ...textFields.map((field) => {
      const { average, ...rest } = rateOf(field);
      return [field, { ...rest, total, avg_length: average }] as const;
    }),
    ...listFields.map((field) => {
      const { average, ...rest } = rateOf(field);
      return [field, { ...rest, total, avg_count: average }] as const;
    }),
  ]);
}
