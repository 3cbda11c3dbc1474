import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/**
 * Key by which requests are counted together: the principal, or the address (of IPv6 the /64) where all who use the
 * machine are one principal, or nobody is known.
 */
export function clientKey({ principal, ip }: Pick<FastifyRequest, 'principal' | 'ip'>): string {
  return principal === null || principal.kind === 'local'
    ? `address ${normalizeIP(ip)}`
    : `principal ${principal.id}`;
}
