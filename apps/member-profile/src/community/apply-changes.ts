import type { EntityManager } from '@mikro-orm/postgresql';
import { facetsOfMember } from '@warren/mining';
import { readMembership } from './membership-changes.ts';
import { MiningPool } from '../mining/mining-pool.ts';
import type { Community } from './community.ts';
import { readCompletion } from './completion.ts';
import { findErasedMembers } from './find-erased-members.ts';
import { readLabels } from './labels.ts';
import { loadCommunity } from './load-community.ts';
import { readChangedMembers } from './read-members.ts';

/** Where more than this share of the members changed, all are read again: that is about as fast. */
const largestShare = 0.2;

/**
 * The community as it is now, by what has changed since `held`: byte for byte what reading it all would give. `em`
 * holds a transaction that sees one state of the database throughout.
 */
export async function applyChanges(em: EntityManager, held: Community, pool: MiningPool): Promise<Community> {
  const { revision, analysed } = await readMembership(em);
  const [{ changed } = { changed: 0 }] = await em.execute<{ changed: number }[]>(
    'select count(*)::integer as changed from member where revision > ?',
    [held.revision],
  );
  if (changed > largestShare * held.membership.ids.length) {
    return loadCommunity(em, pool);
  }
  const { present, gone } = await readChangedMembers(em, held.revision);
  const came = present.batches.flatMap(({ ids }) => [...ids]);
  const left = [...gone, ...(await findErasedMembers(em, held.membership, { came, gone }, analysed))];
  const touched = new Set([
    ...present.keys,
    ...[...came, ...left].flatMap((id) => facetsOfMember(held.membership, id) ?? []),
  ]);
  const labels = new Map(held.labels);
  touched.forEach((key) => labels.delete(key));
  (await readLabels(em, touched)).forEach((label, key) => labels.set(key, label));
  const isSame = came.length + left.length === 0;
  return {
    revision,
    membership: isSame ? held.membership : await pool.change(held.membership, present, left),
    labels,
    completion: await readCompletion(em, analysed),
  };
}
