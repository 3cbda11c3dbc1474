import { z } from 'zod';
import type { System } from '@warren/testing';
import { rowsOf } from '../../support.ts';
import type { AuthorsOf } from './scenario-runner.ts';
import { all } from './script.ts';

const Row = z.object({ facets: z.array(z.string()), texts: z.string() });

/** Rules by the rarest facets, so that the profile with a quote is among those read. */
export async function findAuthorsOf(system: System): Promise<AuthorsOf> {
  const members = await rowsOf(
    system,
    `select facets, bio || E'\\n' || array_to_string(looking_for, E'\\n') || E'\\n' || coalesce(
         (select string_agg(answer ->> 'response', E'\\n') from jsonb_array_elements(prompt_responses::jsonb) answer), '')
         as texts
       from member_profile.member where analysed`,
    Row,
  );
  const counts = new Map<string, number>();
  for (const facet of members.flatMap(({ facets }) => facets)) {
    counts.set(facet, (counts.get(facet) ?? 0) + 1);
  }
  const rarity = (facet: string): number => counts.get(facet) ?? 0;
  return (quote) => {
    const author = members.find(({ texts }) => texts.includes(quote));
    if (author === undefined) {
      throw new Error(`no member wrote "${quote}"`);
    }
    return all(...author.facets.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, 4));
  };
}
