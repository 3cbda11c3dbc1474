import type { Membership } from '@warren/mining';

/**
 * A membership on its way to a thread. Its arrays lie in shared memory and are not copied, and so does the text of its
 * facet keys, which the thread reads only where it has not seen this membership before.
 */
export interface PostedMembership extends Omit<Membership, 'facets'> {
  /** Tells one membership of this process from another. */
  readonly serial: number;
  /** The facet keys as JSON. */
  readonly keys: Uint8Array;
}

const posted = new WeakMap<Membership, PostedMembership>();
let serials = 0;

/** A membership as it goes to a thread; made once for each. */
export function post(membership: Membership): PostedMembership {
  let made = posted.get(membership);
  if (made === undefined) {
    const { facets, ...arrays } = membership;
    const text = Buffer.from(JSON.stringify(facets));
    const keys = new Uint8Array(new SharedArrayBuffer(text.length));
    keys.set(text);
    serials += 1;
    made = { ...arrays, serial: serials, keys };
    posted.set(membership, made);
  }
  return made;
}

/** Receives memberships in a thread: one that comes again is the same object, so that what mining keeps of it is found. */
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
