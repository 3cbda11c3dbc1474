import { usualRoles } from '../roles/role-mapping.ts';
import type { RoleMapping } from '../roles/role-mapping.ts';
import type { OidcEnvironment } from './oidc-environment.ts';

/** Settings of single sign-on; a class, so that it can be injected. */
export class OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Origin under which people reach the gateway. */
  readonly publicUrl: string;
  /** Audience of the access tokens of programs; none are accepted without it. */
  readonly audience: string | undefined;
  readonly roleClaim: string;
  readonly roles: RoleMapping;
  readonly tokenMaxAgeS: number;
  readonly sessionIdleMs: number;
  readonly sessionMaxMs: number;

  /** @throws TypeError where `checkOidc` would have found a variable missing */
  constructor(config: OidcEnvironment) {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL } = config;
    if (
      OIDC_ISSUER === undefined ||
      OIDC_CLIENT_ID === undefined ||
      OIDC_CLIENT_SECRET === undefined ||
      PUBLIC_URL === undefined
    ) {
      throw new TypeError(
        'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL are needed for single sign-on',
      );
    }
    this.issuer = new URL(OIDC_ISSUER);
    this.clientId = OIDC_CLIENT_ID;
    this.clientSecret = OIDC_CLIENT_SECRET;
    this.scope = config.OIDC_SCOPE;
    this.publicUrl = PUBLIC_URL;
    this.audience = config.OIDC_AUDIENCE;
    this.roleClaim = config.OIDC_ROLE_CLAIM;
    this.roles = config.OIDC_ROLES ?? usualRoles;
    this.tokenMaxAgeS = config.OIDC_TOKEN_MAX_AGE_S;
    this.sessionIdleMs = config.SESSION_IDLE_S * 1_000;
    this.sessionMaxMs = config.SESSION_MAX_S * 1_000;
  }

  /** Whether people reach the gateway by https: its cookies are sent over nothing else then. */
  get isSecure(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}
