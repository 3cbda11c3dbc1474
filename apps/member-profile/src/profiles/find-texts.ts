import type { EntityManager } from '@mikro-orm/postgresql';
import type { QuotableField } from '@warren/contracts';

/** Text search configurations of PostgreSQL that words are stemmed by. */
const languages = [
  'english',
  'german',
  'french',
  'spanish',
  'italian',
  'portuguese',
  'dutch',
  'swedish',
  'danish',
  'norwegian',
] as const;
const configs = `array[${languages.map((name) => `'${name}'`).join(', ')}]::regconfig[]`;

/** Members whose texts are looked at more closely. */
const mostCandidates = 200;
/** Word similarity (pg_trgm) from which a word is a misspelling of another. */
const alike = 0.5;
/** Shorter words have too few trigrams. */
const shortest = 5;

/** A word to find, its stems in each language, and beginnings that its forms have in common. */
export interface SearchedWord {
  readonly word: string;
  readonly beginnings: readonly string[];
}

/** A sentence of a member as it may be shown. */
export interface ShownSentence {
  readonly member_id: number;
  readonly field: QuotableField;
  readonly text: string;
}

/** Splits a query into words, without those that are in every text: stop words of any of the languages. */
export async function searchedWords(em: EntityManager, text: string): Promise<SearchedWord[]> {
  const rows = await em.execute<{ word: string; beginnings: string[] | null; common: boolean }[]>(
    `select word, array_agg(distinct left(stem, greatest(3, length(stem) - 1))) filter (where stem <> '') as beginnings,
       bool_or(stem = '') as common
     from (
       select word, place, plain_text(coalesce(
         (tsvector_to_array(to_tsvector(config, word)))[1], '')) as stem
       from unnest(tsvector_to_array(to_tsvector('simple', ?))) with ordinality as given (word, place),
         unnest(${configs}) as config
     ) as stems group by word`,
    [text],
  );
  const telling = rows.filter(({ common }) => !common);
  return (telling.length > 0 ? telling : rows).map(({ word, beginnings }) => ({
    word,
    beginnings: beginnings ?? [word],
  }));
}

/** Finds analysed members who may have written one of the words, most of them first; what may be shown is not known yet. */
export async function candidatesFor(
  em: EntityManager,
  words: readonly SearchedWord[],
  trigrams: string | undefined,
): Promise<number[]> {
  const written = 'written_text(bio, looking_for, prompt_responses)';
  const params: string[] = [];
  const conditions = words.map(({ word, beginnings }) => {
    const likes = [...new Set(beginnings)].map((beginning) => {
      params.push(`%${beginning.replace(/[\\%_]/g, String.raw`\$&`)}%`);
      return `${written} like ?`;
    });
    if (trigrams !== undefined && [...word].length >= shortest) {
      params.push(word);
      likes.push(`plain_text(?) operator(${trigrams}.<%) ${written}`);
    }
    return `(${likes.join(' or ')})`;
  });
  const rows = await em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('pg_trgm.word_similarity_threshold', '${alike}', true)`);
    return transaction.execute<{ id: number }[]>(
      `select id from member where analysed and (${conditions.join(' or ')})
     order by ${conditions.map((condition) => `${condition}::integer`).join(' + ')} desc, id desc limit ${mostCandidates}`,
      [...params, ...params],
    );
  });
  return rows.map(({ id }) => id);
}

/**
 * Ranks sentences by the words that they have in any form of any of the languages, or misspelled; those without any are
 * left out. A script that does not separate words is searched for parts of them.
 */
export async function rankSentences(
  em: EntityManager,
  words: readonly SearchedWord[],
  sentences: readonly ShownSentence[],
  trigrams: string | undefined,
): Promise<(ShownSentence & { score: number })[]> {
  const similar =
    trigrams === undefined
      ? '0'
      : `case when length(word) >= ${shortest} and ${trigrams}.word_similarity(plain_text(word), plain_text(text)) >= ${alike}
           then 0.5 else 0 end`;
  return em.execute<(ShownSentence & { score: number })[]>(
    `select * from (
       select member_id, field, text, (select sum(greatest(
           case when exists (select from unnest(${configs}) as config
             where to_tsvector(config, text) @@ plainto_tsquery(config, word)) then 1 else 0 end,
           case when word ~ '[\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff]' and position(word in lower(text)) > 0
             then 1 else 0 end,
           ${similar}))
         from jsonb_array_elements_text(?::jsonb) as word)::float as score
       from jsonb_to_recordset(?::jsonb) as said (member_id integer, field text, text text)
     ) as ranked where score > 0 order by score desc, length(text), member_id`,
    [JSON.stringify(words.map(({ word }) => word)), JSON.stringify(sentences)],
  );
}
