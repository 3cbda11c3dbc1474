import { ForbiddenException } from '@nestjs/common';
import type { z } from 'zod';
import { Principal, isStorable } from '@warren/contracts';

/** Somebody who is known, with a role of Warren or without one. */
export const Identity = Principal.partial({ role: true });
export type Identity = z.infer<typeof Identity>;

/** Somebody is known, and may do nothing: nobody has a role by default. */
export class NoRole extends ForbiddenException {
  override readonly name = 'NoRole';
  /** Path where a person logs in, as somebody else perhaps; undefined where there is none. */
  readonly login: string | undefined;

  constructor(who: string, login: string | undefined) {
    super(
      `You are known as ${who}, but have no role in Warren: ask the operator for one of viewer, operator and admin.`,
    );
    this.login = login;
  }
}

/**
 * Returns who is known as a principal.
 * @param login path where a person logs in, if there is one
 * @throws NoRole where no role was granted
 */
export function admitted({ role, ...identity }: Identity, login?: string): Principal {
  if (role === undefined) {
    throw new NoRole(identity.name, login);
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
