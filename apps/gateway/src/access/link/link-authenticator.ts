import '@fastify/cookie';
import { UnauthorizedException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { localPrincipal } from '@warren/contracts';
import type { Principal } from '@warren/contracts';
import type { Authenticator } from '../authenticator.ts';
import type { LinkSessions } from './link-sessions.ts';

/** Cookie of a session. */
export const sessionCookie = 'warren_session';

/** `AUTH=local` on a machine that several people use: who opened the link, or carries the token, may do everything. */
export class LinkAuthenticator implements Authenticator {
  readonly hasSessions = true;

  constructor(private readonly sessions: LinkSessions) {}

  async authenticate({ headers, cookies }: FastifyRequest): Promise<Principal> {
    const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const isKnown =
      token === undefined ? this.sessions.has(cookies[sessionCookie] ?? '') : this.sessions.isToken(token);
    if (!isKnown) {
      throw new UnauthorizedException(
        'Log in with the link that npm start -- --login printed; it can be opened once. Programs send the token that it printed, as Authorization: Bearer TOKEN.',
      );
    }
    return Promise.resolve(localPrincipal);
  }
}
