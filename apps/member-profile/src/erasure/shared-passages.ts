import type { EntityManager } from '@mikro-orm/postgresql';
import { passagesOf } from '@warren/messaging';
import { addressesSql, entriesSql, factsSql } from './text-fields.ts';

/** Passages of facts that are searched for in the fields of others; a longer fact is treated as the member's own text. */
const maxSearched = 24;
const everything = `${factsSql} || ${addressesSql} || ${entriesSql}`;

/**
 * Passages that are not one member's own words, since the row of another member than `id` has them too: an entry as a
 * whole, in any case, or any passage of a fact, as a country is part of many places.
 */
export async function sharedPassages(
  em: EntityManager,
  id: number,
  entries: readonly string[],
  facts: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = [...entries, ...facts].filter((text) => passagesOf([text]).length > 0);
  if (own.length === 0) {
    return new Set();
  }
  const within = passagesOf(facts)
    .slice(0, maxSearched)
    .map((passage) => `%${passage.split(' ').join('%')}%`);
  const rows = await em.execute<{ value: string; is_whole: boolean }[]>(
    `with own as materialized (select lower(text) as text from jsonb_array_elements_text(?::jsonb) as given (text)),
       fact as materialized (select array(select jsonb_array_elements_text(?::jsonb)) as patterns)
     select distinct value, lower(value) in (select text from own) as is_whole
     from member, fact, unnest(${everything}) as said (value)
     where member.id <> ?
       and (lower(value) in (select text from own) or value ilike any (patterns))`,
    [JSON.stringify(own), JSON.stringify(within), id],
  );
  const ofFacts = new Set(passagesOf(facts));
  return new Set([
    ...passagesOf(rows.filter(({ is_whole }) => is_whole).map(({ value }) => value)),
    ...passagesOf(rows.map(({ value }) => value)).filter((passage) => ofFacts.has(passage)),
  ]);
}

/** Passages of wishes that a member still has, word for word; reads one column only, since imports call it per batch. */
export async function passagesOfWishes(
  em: EntityManager,
  wishes: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = wishes.filter((text) => passagesOf([text]).length > 0);
  const rows =
    own.length === 0
      ? []
      : await em.execute<{ value: string }[]>(
          `select distinct value from member, unnest(looking_for) as said (value)
           where lower(value) in (select lower(text) from jsonb_array_elements_text(?::jsonb) as given (text))`,
          [JSON.stringify(own)],
        );
  return new Set(passagesOf(rows.map(({ value }) => value)));
}
