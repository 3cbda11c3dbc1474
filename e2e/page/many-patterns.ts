import type { System } from '@warren/testing';
import { withDatabase } from '../support.ts';

/**
 * Copies a found pattern until there are `wanted`, straight into the table: discoveries find a dozen, and the page must
 * cope with those of years.
 */
export async function growTo(system: System, wanted: number): Promise<void> {
  await withDatabase(system, async (client) => {
    await client.query(
      `insert into pattern_finder.pattern (name, name_folded, description, category, member_count, related_member_ids,
         evidence, question_prompts, is_active, created_at, updated_at, version, pinned, dismissed, named_by_operator,
         analyst, run_id, fingerprint)
       select name || ' ' || n, name_folded || ' ' || n, description,
         (enum_range(null::pattern_finder.pattern_category))[1 + n % 5], member_count, related_member_ids, evidence,
         question_prompts, is_active, created_at, updated_at, version, pinned, dismissed, named_by_operator, analyst,
         run_id, fingerprint || n
       from (select * from pattern_finder.pattern order by id limit 1) as one,
         generate_series(1, $1 - (select count(*)::int from pattern_finder.pattern)) as n`,
      [wanted],
    );
  });
}

/** Gives a pattern hostile text, bypassing the gate that would reject it. */
export async function rewrite(system: System, id: number, name: string, description: string): Promise<void> {
  await withDatabase(system, async (client) => {
    await client.query(
      'update pattern_finder.pattern set name = $2, name_folded = $2, description = $3 where id = $1',
      [id, name, description],
    );
  });
}
