import type { FastifyRequest } from 'fastify';
import type { Principal } from '@warren/contracts';
import type { Authenticator } from '../authenticator.ts';
import { admitted, nameAmong } from '../roles/identity.ts';
import { highestRole } from '../roles/role-mapping.ts';
import type { RoleMapping } from '../roles/role-mapping.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** Settings of `AUTH=proxy`; the names of headers in lower case. */
export interface ProxySettings {
  readonly proxies: TrustedProxies;
  readonly userHeader: string;
  readonly rolesHeader: string;
  readonly roles: RoleMapping;
}

const longestUser = 255;

/**
 * `AUTH=proxy`: who a trusted proxy says that somebody is. Its address is that of the connection, never one in a header
 * such as X-Forwarded-For, which anybody may send.
 */
export class ProxyAuthenticator implements Authenticator {
  private readonly settings: ProxySettings;

  constructor(settings: ProxySettings) {
    this.settings = settings;
  }

  async authenticate(request: FastifyRequest): Promise<Principal | null> {
    const { proxies, userHeader, rolesHeader, roles } = this.settings;
    const { rawHeaders, socket } = request.raw;
    const user = proxies.has(socket.remoteAddress) ? onlyHeader(rawHeaders, userHeader) : undefined;
    if (user === undefined || user === '' || user.length > longestUser) {
      return Promise.resolve(null);
    }
    const values = (onlyHeader(rawHeaders, rolesHeader) ?? '').split(/[,;|]/).map((value) => value.trim());
    const role = highestRole(values, roles);
    return Promise.resolve(
      admitted({
        id: `proxy#${user}`,
        name: nameAmong([user], user),
        kind: 'person',
        ...(role !== undefined && { role }),
      }),
    );
  }
}

/**
 * Text of a header that was sent once; undefined where it was not, or more than once: of one that a proxy adds beside
 * that of a visitor nobody knows which is which.
 * @param rawHeaders names and values in turn, as Node has them: a byte a character
 */
function onlyHeader(rawHeaders: readonly string[], name: string): string | undefined {
  const found = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
  const [value] = found;
  return value === undefined || found.length > 1 ? undefined : asUtf8(value).trim();
}

function asUtf8(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
