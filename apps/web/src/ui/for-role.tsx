import type { ReactNode } from 'react';
import type { Role } from '@warren/contracts';
import { useHasRole } from '../api/me.ts';

/** Shows its content to those who have a role, and nothing to others, whom the server would refuse it. */
export function ForRole({ role, children }: { role: Role; children: ReactNode }) {
  return useHasRole(role) ? children : null;
}
