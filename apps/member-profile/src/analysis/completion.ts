import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldCompletion } from '@warren/contracts';
import { z } from 'zod';
import { analysed } from '../members/membership-changes.ts';

/** The fields whose completion is told, and how each is measured. */
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
  prompt_responses: 'json',
} as const;

const sizes = { text: 'char_length', list: 'cardinality', json: 'jsonb_array_length' };

const measures = Object.entries(fields).flatMap(([field, kind]) => {
  const size = `${sizes[kind]}(${field})`;
  return [
    `count(*) filter (where ${size} > 0) as ${field}_filled`,
    `coalesce(avg(${size}) filter (where ${size} > 0), 0)::float8 as ${field}_size`,
  ];
});

const Measured = z.record(z.string(), z.coerce.number());

/** How completely the analysed members filled each field. */
export async function readCompletion(em: EntityManager): Promise<Record<string, FieldCompletion>> {
  const [row] = await em.execute(
    `select count(*) as total, ${measures.join(', ')} from member where ${analysed}`,
  );
  return completionOf(Measured.parse(row));
}

/** The measured row as rates: `avg_length` in characters for texts, `avg_count` in entries for lists. */
export function completionOf(row: Record<string, number>): Record<string, FieldCompletion> {
  const total = row['total'] ?? 0;
  return Object.fromEntries(
    Object.entries(fields).map(([field, kind]) => {
      const filled = row[`${field}_filled`] ?? 0;
      const average = Math.round((row[`${field}_size`] ?? 0) * 100) / 100;
      const rate = total === 0 ? 0 : filled / total;
      const size = kind === 'text' ? { avg_length: average } : { avg_count: average };
      return [field, { rate, filled, total, ...size }];
    }),
  );
}
