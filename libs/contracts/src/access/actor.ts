import { z } from 'zod';
import { Text } from '../values/text.ts';
import { Principal, localPrincipal } from './principal.ts';

/** Who a request is made for: a principal, or a service in its own name. Travels with every request between services. */
export const Actor = z.object({
  id: Principal.shape.id,
  kind: z
    .enum([...Principal.shape.kind.options, 'service', 'unknown'])
    .describe('As of a principal; service: work of its own; unknown: the request did not say'),
  role: Principal.shape.role.nullable().describe('null where it has none, as a service'),
});
export type Actor = z.infer<typeof Actor>;

/** Header of a request: who it is made for, as JSON. */
export const actorHeader = 'actor';

/** Whoever uses this machine, where there is no login. */
export const localActor: Actor = Actor.parse(localPrincipal);

/** An actor as it was stored: kinds and roles of an earlier release are read too. */
export const RecordedActor = z.object({ id: Text, kind: Text, role: Text.nullable() });
export type RecordedActor = z.infer<typeof RecordedActor>;
