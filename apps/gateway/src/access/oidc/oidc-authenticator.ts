import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '@warren/contracts';
import type { Authenticator } from '../authenticator.ts';
import { admitted } from '../roles/identity.ts';
import { BearerTokens } from './bearer-tokens.ts';
import { Cookies } from './cookies.ts';
import { Sessions } from './sessions.ts';

/** `AUTH=oidc`: people by their session, programs by an access token. A token counts alone where both are sent. */
@Injectable()
export class OidcAuthenticator implements Authenticator {
  readonly loginPath = '/auth/login';
  readonly hasSessions = true;

  constructor(
    private readonly tokens: BearerTokens,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
  ) {}

  async authenticate(request: FastifyRequest): Promise<Principal | null> {
    const token = bearerOf(request.headers.authorization);
    if (token !== undefined) {
      return admitted(await this.tokens.identify(token));
    }
    const session = this.cookies.read(request, 'session');
    const identity = session === undefined ? undefined : await this.sessions.find(session);
    return identity === undefined ? null : admitted(identity, this.loginPath);
  }
}

/** Token in a header Authorization of the scheme Bearer; other schemes belong to proxies before the gateway. */
function bearerOf(header: string | undefined): string | undefined {
  const found = /^bearer(?: +(.*))?$/i.exec(header?.trim() ?? '');
  return found === null ? undefined : (found[1] ?? '');
}
