import { z } from 'zod';
import { Text } from '../values/text.ts';

/** What a principal may do; each role includes those before it. */
export const Role = z
  .enum(['viewer', 'operator', 'admin'])
  .describe(
    'viewer: words and numbers, nothing about single members; operator: members, runs, imports; admin: erasures, audit',
  );
export type Role = z.infer<typeof Role>;

/** Who makes a request. */
export const Principal = z.object({
  id: Text.min(1).max(600).describe('Never given to somebody else: local, or the provider and its subject'),
  name: Text.max(300).describe('As people know it'),
  kind: z.enum(['local', 'person', 'program']),
  role: Role,
});
export type Principal = z.infer<typeof Principal>;

/** Whoever uses this machine, where there is no login. */
export const localPrincipal: Principal = { id: 'local', name: 'this machine', kind: 'local', role: 'admin' };

const order = Role.options;

/** Returns whether a role includes another. */
export function includesRole(role: Role, needed: Role): boolean {
  return order.indexOf(role) >= order.indexOf(needed);
}
