import type { EntityManager } from '@mikro-orm/postgresql';
import { facetsOfMember } from '@warren/mining';
import { MiningPool } from '../mining/mining-pool.ts';
import type { Community } from './community.ts';
import { readCompletion } from './completion.ts';
import { findErasedMembers } from './find-erased-members.ts';
import { readLabels } from './labels.ts';
import { loadCommunity } from './load-community.ts';
import { readMembership } from './membership-changes.ts';
import { readChangedMembers } from './read-members.ts';
import { readUntested } from './theme-facets.ts';

/** If a larger share of the members changed, all are reloaded: that is about as fast. */
const maxShare = 0.2;

/**
 * Brings a cached community up to date with what has changed since, byte for byte equal to a full reload. `em` holds a
 * transaction with one snapshot of the database.
 */
export async function applyChanges(
  em: EntityManager,
  cached: Community,
  pool: MiningPool,
): Promise<Community> {
  const { revision, analysed } = await readMembership(em);
  const [{ changed } = { changed: 0 }] = await em.execute<{ changed: number }[]>(
    'select count(*)::integer as changed from member where revision > ?',
    [cached.revision],
  );
  if (changed > maxShare * cached.membership.ids.length) {
    return loadCommunity(em, pool);
  }
  const { present, gone } = await readChangedMembers(em, cached.revision);
  const joinedOrChanged = present.batches.flatMap(({ ids }) => [...ids]);
  const left = [
    ...gone,
    ...(await findErasedMembers(em, cached.membership, { joinedOrChanged, gone }, analysed)),
  ];
  const touched = new Set([
    ...present.keys,
    ...[...joinedOrChanged, ...left].flatMap((id) => facetsOfMember(cached.membership, id) ?? []),
  ]);
  const labels = new Map(cached.labels);
  touched.forEach((key) => labels.delete(key));
  (await readLabels(em, touched)).forEach((label, key) => labels.set(key, label));
  const isSame = joinedOrChanged.length + left.length === 0;
  return {
    revision,
    membership: isSame ? cached.membership : await pool.change(cached.membership, present, left),
    labels,
    untested: await readUntested(em),
    completion: await readCompletion(em, analysed),
  };
}
