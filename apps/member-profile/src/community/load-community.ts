import type { EntityManager } from '@mikro-orm/postgresql';
import { MiningPool } from '../mining/mining-pool.ts';
import type { Community } from './community.ts';
import { readCompletion } from './completion.ts';
import { readLabels } from './labels.ts';
import { readMembership } from './membership-changes.ts';
import { readAnalysedMembers } from './read-members.ts';
import { readUntested } from './theme-facets.ts';

/** Loads the whole community; `em` holds a transaction with one snapshot of the database. */
export async function loadCommunity(em: EntityManager, pool: MiningPool): Promise<Community> {
  const { revision, analysed } = await readMembership(em);
  const { present } = await readAnalysedMembers(em);
  return {
    revision,
    membership: await pool.build(present),
    labels: await readLabels(em),
    untested: await readUntested(em),
    completion: await readCompletion(em, analysed),
  };
}
