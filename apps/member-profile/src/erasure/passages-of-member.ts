import type { EntityManager } from '@mikro-orm/postgresql';
import { erasedPassages, passagesOf } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';
import { readEarlierPassages } from './earlier-passages.ts';
import type { Identity } from './erased-identities.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentences } from './sentences.ts';
import { sharedPassages } from './shared-passages.ts';
import { addressesSql, entriesSql, factsSql } from './text-fields.ts';

interface Row extends Identity, Sentences {
  /** Texts that others may share in part. */
  readonly facts: string[];
  readonly entries: string[];
  readonly urls: string[];
}

/**
 * The identity of a member, and the passages of all their texts, present and earlier, that no other member shares;
 * undefined if the member does not exist.
 */
export async function identityAndPassages(
  em: EntityManager,
  id: number,
): Promise<{ identity: Identity; passages: ErasedPassages[] } | undefined> {
  const [row] = await em.execute<Row[]>(
    `select external_id, email, bio, prompt_responses, to_jsonb(looking_for) as looking_for,
       to_jsonb(${factsSql}) as facts,
       to_jsonb(${entriesSql}) as entries,
       to_jsonb(${addressesSql}) as urls
     from member where id = ?`,
    [id],
  );
  if (row === undefined) {
    return undefined;
  }
  const shared = await sharedPassages(em, id, [...row.entries, ...row.urls], row.facts);
  // The beginnings of addresses are common to all.
  const urls = row.urls.map((url) => url.replace(/^https?:\/\/(?:www\.)?/i, ''));
  const own = passagesOf([...sentencesOf(row), ...row.facts, ...row.entries, ...urls]).filter(
    (passage) => !shared.has(passage),
  );
  const before = await readEarlierPassages(em, id);
  return {
    identity: { external_id: row.external_id, email: row.email },
    passages: [...erasedPassages(own), ...(before === undefined ? [] : [before])],
  };
}
