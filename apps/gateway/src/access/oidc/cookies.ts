import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OidcSettings } from './oidc-settings.ts';

/** Cookies of the gateway. None is readable by scripts, and all last at most as long as what they stand for. */
export type CookieName = 'session' | 'login' | 'logout';

/** Sets, reads and clears cookies. */
@Injectable()
export class Cookies {
  constructor(private readonly settings: OidcSettings) {}

  /** Value of a cookie; undefined where there is none. */
  read({ headers, server }: FastifyRequest, name: CookieName): string | undefined {
    const found = server.parseCookie(headers.cookie ?? '')[this.nameOf(name)];
    return found === '' ? undefined : found;
  }

  /** Sets a cookie for so many seconds. */
  set(reply: FastifyReply, name: CookieName, value: string, maxAgeS: number): void {
    reply.setCookie(this.nameOf(name), value, {
      path: '/',
      httpOnly: true,
      secure: this.settings.isSecure,
      // the provider sends people back by a link, with which a strict cookie would not come
      sameSite: 'lax',
      maxAge: maxAgeS,
    });
  }

  clear(reply: FastifyReply, name: CookieName): void {
    this.set(reply, name, '', 0);
  }

  /**
   * With the prefix `__Host-` browsers take it from this host alone, and only over https (RFC 6265bis, 4.1.3.2); over
   * http, which only this machine itself may use, there can be none.
   */
  private nameOf(name: CookieName): string {
    return `${this.settings.isSecure ? '__Host-' : ''}warren-${name}`;
  }
}
