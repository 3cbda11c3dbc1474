import type { ReactNode } from 'react';
import type { Role } from '@warren/contracts';
import { useHasRole } from '../api/me.ts';

/** Shows its content to those who have a role: the server refuses it to others, or leaves it out of its answers to them. */
export function ForRole({
  role,
  others = null,
  children,
}: {
  role: Role;
  /** content for everybody else */
  others?: ReactNode;
  children: ReactNode;
}) {
  return useHasRole(role) ? children : others;
}
