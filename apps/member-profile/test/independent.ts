import { isTwoSided } from '@warren/contracts';
import type { Rule, SimpleRule } from '@warren/contracts';
import type { Service } from './service.ts';

/** Finds the members who match a rule with PostgreSQL's array operators, independently of our own code. */
export async function membersInSql(service: Service, rule: Rule): Promise<number[]> {
  if (!isTwoSided(rule)) {
    return sideInSql(service, rule);
  }
  const [givers, seekers] = [await sideInSql(service, rule.givers), await sideInSql(service, rule.seekers)];
  // Sides that leave out each other keep apart: who belongs to both is a member as well.
  const keepApart = rule.givers.none_of !== undefined && rule.seekers.none_of !== undefined;
  const bridges = keepApart
    ? await sideInSql(service, { clauses: [...rule.givers.clauses, ...rule.seekers.clauses] })
    : [];
  return givers.length === 0 || seekers.length === 0
    ? []
    : [...new Set([...givers, ...seekers, ...bridges])].sort((a, b) => a - b);
}

async function sideInSql(service: Service, { clauses, none_of = [] }: SimpleRule): Promise<number[]> {
  const conditions = clauses.map(
    (_, at) =>
      `cardinality(array(select unnest(facets) intersect select unnest($${2 * at + 1}::text[]))) >= $${2 * at + 2}`,
  );
  const rows = await service.sql<{ id: number }>(
    `select id from member
     where is_public and membership_status not in ('cancelled', 'expired') and ${conditions.join(' and ')}
       and not facets && $${2 * clauses.length + 1}::text[] order by id`,
    [...clauses.flatMap(({ of, at_least }) => [of, at_least]), none_of],
  );
  return rows.map(({ id }) => id);
}
