import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { AccessEnvironment } from './access-environment.ts';
import { authenticatorToken } from './authenticator.ts';
import { LinkAuthenticator } from './link/link-authenticator.ts';
import { LinkSessions } from './link/link-sessions.ts';
import { LinkController } from './link/link.controller.ts';
import { LocalAuthenticator } from './local-authenticator.ts';
import { BearerTokens } from './oidc/bearer-tokens.ts';
import { Cookies } from './oidc/cookies.ts';
import { Logins } from './oidc/logins.ts';
import { OidcAuthenticator } from './oidc/oidc-authenticator.ts';
import { OidcProvider } from './oidc/oidc-provider.ts';
import { OidcSettings } from './oidc/oidc-settings.ts';
import { SessionStore } from './oidc/session-store.ts';
import { Sessions } from './oidc/sessions.ts';
import { ProxyAuthenticator } from './proxy/proxy-authenticator.ts';
import { usualRoles } from './roles/role-mapping.ts';

type Providers = NonNullable<DynamicModule['providers']>;

/** Routes of those who log in by a link, which stand outside the API. */
export const linkPaths = ['login', 'login/links', 'logout'] as const;

/** Nest module for who makes a request: provides the authenticator that `AUTH` names, and its routes. */
@Module({})
export class AccessModule {
  static forRoot(config: AccessEnvironment): DynamicModule {
    const providers = providersOf[config.AUTH](config);
    return {
      module: AccessModule,
      controllers: config.AUTH === 'local' && config.LOGIN_TOKEN !== undefined ? [LinkController] : [],
      providers,
      exports: [authenticatorToken, ...(config.AUTH === 'oidc' ? forLogins : [])],
    };
  }
}

/** What the routes of login and logout use. */
const forLogins = [OidcSettings, Logins, Sessions, Cookies];

const providersOf: Record<AccessEnvironment['AUTH'], (config: AccessEnvironment) => Providers> = {
  local: ({ LOGIN_TOKEN }) => {
    if (LOGIN_TOKEN === undefined) {
      return [{ provide: authenticatorToken, useValue: new LocalAuthenticator() }];
    }
    const sessions = new LinkSessions(LOGIN_TOKEN);
    return [
      { provide: LinkSessions, useValue: sessions },
      { provide: authenticatorToken, useValue: new LinkAuthenticator(sessions) },
    ];
  },
  oidc: (config) => [
    { provide: OidcSettings, useValue: new OidcSettings(config) },
    OidcProvider,
    BearerTokens,
    SessionStore,
    Sessions,
    Cookies,
    Logins,
    { provide: authenticatorToken, useClass: OidcAuthenticator },
  ],
  proxy: ({ TRUSTED_PROXIES, PROXY_USER_HEADER, PROXY_ROLES_HEADER, OIDC_ROLES }) => {
    if (TRUSTED_PROXIES === undefined) {
      throw new TypeError('TRUSTED_PROXIES is needed behind a proxy that says who somebody is');
    }
    const settings = {
      proxies: TRUSTED_PROXIES,
      userHeader: PROXY_USER_HEADER,
      rolesHeader: PROXY_ROLES_HEADER,
      roles: OIDC_ROLES ?? usualRoles,
    };
    return [{ provide: authenticatorToken, useValue: new ProxyAuthenticator(settings) }];
  },
};
