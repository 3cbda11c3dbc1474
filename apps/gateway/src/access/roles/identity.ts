import { ForbiddenException } from '@nestjs/common';
import type { z } from 'zod';
import { Principal, isStorable } from '@warren/contracts';

/** Somebody who is known, with a role of Warren or without one. */
export const Identity = Principal.partial({ role: true });
export type Identity = z.infer<typeof Identity>;

/**
 * Returns who is known as a principal.
 * @throws ForbiddenException where no role was granted: nobody has one by default
 */
export function admitted({ role, ...identity }: Identity): Principal {
  if (role === undefined) {
    throw new ForbiddenException(
      `You are known as ${identity.name}, but have no role in Warren: ask the operator for one of viewer, operator and admin.`,
    );
  }
  return { ...identity, role };
}

const longestName = 300;

/** First of these that is a name, cut to the length that a principal's may have; `fallback` where none is. */
export function nameAmong(candidates: readonly unknown[], fallback: string): string {
  const name = candidates.find(
    (it): it is string => typeof it === 'string' && it.trim() !== '' && isStorable(it),
  );
  return Array.from(name?.trim() ?? fallback)
    .slice(0, longestName / 2)
    .join('');
}
