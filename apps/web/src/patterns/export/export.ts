import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Pattern } from '@warren/contracts';

const columns: Record<string, (pattern: Pattern) => string | number | boolean | null> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  category: ({ category }) => category,
  basis: ({ evidence }) => evidence.basis,
  holds: ({ holds }) => holds,
  state: ({ state }) => state,
  since_run_id: ({ since_run_id }) => since_run_id,
  joined: ({ joined_count }) => joined_count,
  left: ({ left_count }) => left_count,
  active: ({ is_active }) => is_active,
  pinned: ({ pinned }) => pinned,
  members: ({ member_count }) => member_count,
  share: ({ evidence }) => evidence.statistics.share,
  share_low: ({ evidence }) => evidence.statistics.share_low,
  share_high: ({ evidence }) => evidence.statistics.share_high,
  expected: ({ evidence }) => evidence.statistics.expected,
  lift: ({ evidence }) => evidence.statistics.lift,
  lift_low: ({ evidence }) => evidence.statistics.lift_low,
  lift_high: ({ evidence }) => evidence.statistics.lift_high,
  q_value: ({ evidence }) => evidence.statistics.q_value,
  facets: ({ evidence }) => evidence.facets.map(({ label }) => label).join('; '),
  description: ({ description }) => description,
  questions: ({ question_prompts }) => question_prompts.join(' | '),
  member_ids: ({ related_member_ids }) => related_member_ids.join(' '),
  created_at: ({ created_at }) => created_at,
  updated_at: ({ updated_at }) => updated_at,
  run_id: ({ run_id }) => run_id,
};

/** Writes one line per pattern. Cells that a spreadsheet would run as a formula are escaped. */
export function patternsAsCsv(patterns: readonly Pattern[]): string {
  const rows = patterns.map((pattern) =>
    Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(pattern)])),
  );
  return stringify(rows, {
    header: true,
    columns: Object.keys(columns),
    // without it Excel assumes one of its own code pages
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
}

/** Writes the patterns as the API returns them, as JSON. */
export function patternsAsJson(patterns: readonly Pattern[]): string {
  return `${JSON.stringify({ patterns }, null, 2)}\n`;
}
