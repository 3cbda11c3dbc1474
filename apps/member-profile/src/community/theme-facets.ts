import type { EntityManager } from '@mikro-orm/postgresql';

/** The facet that members of a row of `theme` carry unless it is merged, in SQL. */
export const ownKeySql = `case side when 'needs' then 'looking_for:' else 'theme:' end || folded`;
/** Condition of a theme that members are judged for, in SQL. */
export const isJudgedSql = `theme.status = 'active' and theme.is_told`;

/** What keeps a theme out of tests beyond chance. */
export interface ThemeTestability {
  readonly id: number;
  /** The facet of its members, unless it is merged. */
  readonly key: string;
  readonly merged: boolean;
  /** Somebody who was judged for another theme was never judged for it. */
  readonly incomplete: boolean;
  /** Somebody who carries it lists neither skills nor interests, and has some that were read from the same texts. */
  readonly derived: boolean;
  /** Whether somebody carries it. */
  readonly carried: boolean;
}

/** Reads of each theme that members are judged for, what keeps it out of tests beyond chance; by id. */
export async function readTestability(em: EntityManager): Promise<ThemeTestability[]> {
  return em.execute<ThemeTestability[]>(
    `with judged as materialized (
       select theme_id, member_id, quote is not null as coded,
         quote is not null and skills = '{}' and interests = '{}' and exists (
           select from unnest(facets) as facet where facet like 'skill:%' or facet like 'interest:%') as derived
       from theme_judgement join theme on theme.id = theme_id join member on member.id = member_id
       where ${isJudgedSql} and analysed)
     select theme.id, ${ownKeySql} as key, merged_into is not null as merged,
       count(judged.member_id) < (select count(distinct member_id) from judged) as incomplete,
       coalesce(bool_or(derived), false) as derived, coalesce(bool_or(coded), false) as carried
     from theme left join judged on judged.theme_id = theme.id
     where ${isJudgedSql} group by theme.id order by theme.id`,
  );
}

/**
 * Keys of the facets of themes that take no part in tests beyond chance, of those that somebody carries. A merged theme
 * has none: its members count among those who list the same.
 */
export async function readUntested(em: EntityManager): Promise<ReadonlySet<string>> {
  const themes = await readTestability(em);
  return new Set(
    themes
      .filter(({ merged, carried, incomplete, derived }) => !merged && carried && (incomplete || derived))
      .map(({ key }) => key)
      .sort(),
  );
}

/** Returns whether two sets of facets are the same. */
export function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((key) => others.has(key));
}

/** Members by id, those with a code of a theme, or all. */
type ThemeOwners = { readonly members: readonly number[] } | { readonly theme: number } | 'all';

/**
 * Gives members the facets of their codes, in the transaction of `em`, which has locked the membership; `of` says whose,
 * members by id, those with a code of a theme,
 * or all. @returns how many changed
 */
export async function refreshThemes(em: EntityManager, of: ThemeOwners): Promise<number> {
  const [among, params] = amongOf(of);
  const rows = await em.execute<{ id: number }[]>(
    `update member set themes = now.keys, theme_labels = now.labels
     from (select id, (theme_facets(id, facets)).* from member where id in (${among})) as now
     where now.id = member.id and (themes <> now.keys or theme_labels <> now.labels)
     returning member.id`,
    params,
  );
  return rows.length;
}

/** A query of the ids of members, and its parameters. */
function amongOf(of: ThemeOwners): [query: string, params: (string | number)[]] {
  if (of === 'all') {
    return [
      `select member_id from theme_judgement where quote is not null union select id from member where themes <> '{}'`,
      [],
    ];
  }
  return 'theme' in of
    ? ['select member_id from theme_judgement where theme_id = ? and quote is not null', [of.theme]]
    : ['select unnest(?::integer[])', [`{${of.members.join(',')}}`]];
}
