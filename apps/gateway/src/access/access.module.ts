import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { AccessEnvironment } from './access-environment.ts';
import { authenticatorToken } from './authenticator.ts';
import { LinkAuthenticator } from './link/link-authenticator.ts';
import { LinkSessions } from './link/link-sessions.ts';
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

/** Nest module for who makes a request: provides the authenticator that `AUTH` names. */
@Module({})
export class AccessModule {
  static forRoot(config: AccessEnvironment): DynamicModule {
    return {
      module: AccessModule,
      providers: providersOf[config.AUTH](config),
      exports: [authenticatorToken, ...forLogins[loginOf(config)]],
    };
  }
}

/** How people log in at the gateway itself: at a provider, by a link, or not at all. */
export function loginOf({ AUTH, LOGIN_TOKEN }: AccessEnvironment): 'oidc' | 'link' | 'none' {
  return AUTH === 'oidc' ? 'oidc' : AUTH === 'local' && LOGIN_TOKEN !== undefined ? 'link' : 'none';
}

/** Providers that the routes of login and logout use. */
const forLogins = { oidc: [OidcSettings, Logins, Sessions, Cookies], link: [LinkSessions], none: [] };

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
