import { createHash } from 'node:crypto';
import type { RequestClient } from '../requests/request-client.ts';
import type { ErasedInChange } from './erased-recently.ts';

/** Digest of an erasure, by all that its event contains: another id, salt or passage makes another digest. */
export function digestOfErasure({ erased_member_ids, erased_passages }: ErasedInChange): string {
  return createHash('sha256')
    .update(
      JSON.stringify([erased_member_ids, erased_passages?.salt ?? null, erased_passages?.hashes ?? null]),
    )
    .digest('base64url');
}

/**
 * Asks member-profile whether it published this erasure. Anybody may publish an event, and how passages are hashed is no
 * secret: only the service that owns the members knows whom it has erased, and nothing is deleted unless it confirms.
 */
export async function isConfirmedErasure(
  requests: Pick<RequestClient, 'ask'>,
  change: ErasedInChange,
): Promise<boolean> {
  const { erased_member_ids } = change;
  if (erased_member_ids.length === 0) {
    return false;
  }
  const digest = digestOfErasure(change);
  return (await requests.ask('members.confirm-erasure', { erased_member_ids, digest })).confirmed;
}
