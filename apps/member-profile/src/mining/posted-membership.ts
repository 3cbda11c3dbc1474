import type { Membership } from '@warren/mining';

/**
 * A membership as posted to a thread. Its arrays lie in shared memory and are not copied, and neither is the text of its
 * facet keys, which the thread parses only for a membership it has not received before.
 */
export interface PostedMembership extends Omit<Membership, 'facets'> {
  /** Identifies the membership within this process. */
  readonly serial: number;
  /** The facet keys as JSON. */
  readonly keys: Uint8Array;
}

const posted = new WeakMap<Membership, PostedMembership>();
let serials = 0;

/** Prepares a membership for posting, once each. */
export function postMembership(membership: Membership): PostedMembership {
  let prepared = posted.get(membership);
  if (prepared === undefined) {
    const { facets, ...arrays } = membership;
    const text = Buffer.from(JSON.stringify(facets));
    const keys = new Uint8Array(new SharedArrayBuffer(text.length));
    keys.set(text);
    serials += 1;
    prepared = { ...arrays, serial: serials, keys };
    posted.set(membership, prepared);
  }
  return prepared;
}

/** Receives memberships in a thread: one received again is the same object, so that mining finds what it cached for it. */
export function createReceiver(): (membership: PostedMembership) => Membership {
  let last: { serial: number; membership: Membership } | undefined;
  return ({ serial, keys, ...arrays }) => {
    if (last?.serial !== serial) {
      // Nobody but this process writes the text.
      const facets = JSON.parse(Buffer.from(keys).toString()) as string[];
      last = { serial, membership: { ...arrays, facets } };
    }
    return last.membership;
  };
}
