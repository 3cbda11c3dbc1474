import { AsyncLocalStorage } from 'node:async_hooks';
import type { MsgHdrs } from '@nats-io/transport-node';
import { Actor, actorHeader } from '@warren/contracts';
import { headerIn } from './headers-in.ts';

const unknown: Actor = { id: 'unknown', kind: 'unknown', role: null };

/** An object, so that what learns only later who acts can enter it for all that follows, across what was awaited. */
interface Slot {
  actor: Actor;
}

const current = new AsyncLocalStorage<Slot>();

/** Returns who the current work is done for; undefined where it is the process's own work. */
export function currentActor(): Actor | undefined {
  return current.getStore()?.actor;
}

/** Runs `work` for an actor. */
export function withActor<T>(actor: Actor, work: () => T): T {
  return current.run({ actor }, work);
}

/**
 * Replaces the actor of the work that `withActor` began, e.g. once a guard has found out who sent a request.
 * @throws Error outside of such work, where the actor would be nobody's
 */
export function enterActor(actor: Actor): void {
  const slot = current.getStore();
  if (slot === undefined) {
    throw new Error('enterActor is called outside of withActor');
  }
  slot.actor = actor;
}

/** The actor of a service's own work. */
export function serviceActor(service: string): Actor {
  return { id: `service:${service}`, kind: 'service', role: null };
}

/** Writes an actor as a header; escaped, since a header with other than ASCII is not read alike by all clients. */
export function actorInHeader({ id, kind, role }: Actor): string {
  return JSON.stringify({ id, kind, role }).replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The actor of a request that has arrived; unknown where the header is absent or malformed. */
export function actorOf(head: MsgHdrs | undefined): Actor {
  const given = headerIn(head, actorHeader);
  if (given === undefined) {
    return unknown;
  }
  try {
    return Actor.safeParse(JSON.parse(given)).data ?? unknown;
  } catch {
    return unknown;
  }
}
