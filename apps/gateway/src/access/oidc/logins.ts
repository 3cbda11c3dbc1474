import { HttpException, Injectable, Logger } from '@nestjs/common';
import { jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { ServiceUnavailable } from '@warren/contracts';
import type { Identity } from '../roles/identity.ts';
import { signatureAlgorithms } from './access-token.ts';
import { claimValues } from './claims.ts';
import type { Claims } from './claims.ts';
import { LoginTransactions } from './login-transaction.ts';
import { OidcProvider } from './oidc-provider.ts';
import type { DiscoveredProvider } from './oidc-provider.ts';
import { OidcSettings } from './oidc-settings.ts';
import { identityOf } from './people.ts';
import { ProviderFailed } from './provider-fetch.ts';
import { startOfPage } from './return-to.ts';

/** Path that the provider sends people back to. */
export const callbackPath = '/auth/callback';

/** The login did not succeed; the message says what to do. */
export class LoginFailed extends HttpException {
  override readonly name = 'LoginFailed';

  constructor(message: string, cause?: unknown) {
    super(message, 400, { cause });
  }
}

/** Login that the provider has confirmed. */
interface ConfirmedLogin {
  readonly identity: Identity;
  readonly idToken: string;
  readonly returnTo: string;
}

/** Logs people in at the provider, by its authorization code with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). */
@Injectable()
export class Logins {
  private readonly logger = new Logger('Login');
  private readonly transactions: LoginTransactions;

  constructor(
    private readonly provider: OidcProvider,
    private readonly settings: OidcSettings,
  ) {
    this.transactions = new LoginTransactions(settings.clientSecret);
  }

  /**
   * Begins a login: the address at the provider, and what the visitor's browser keeps sealed until it comes back.
   * @throws ServiceUnavailable while the provider cannot be reached
   */
  async begin(returnTo: string): Promise<{ url: URL; sealed: string }> {
    const { configuration } = await this.provider.discovered();
    const verifier = oidc.randomPKCECodeVerifier();
    const transaction = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier,
      return_to: returnTo,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.publicUrl + callbackPath,
      scope: this.settings.scope,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url, sealed: await this.transactions.seal(transaction) };
  }

  /**
   * Completes a login.
   * @param query of the address that the provider sent the browser to
   * @param sealed what the browser kept
   * @throws LoginFailed where it is not the answer to this browser's login, or the provider rejects it;
   * ServiceUnavailable where the provider cannot be reached
   */
  async complete(query: string, sealed: string | undefined): Promise<ConfirmedLogin> {
    const transaction = sealed === undefined ? undefined : await this.transactions.open(sealed);
    if (transaction === undefined) {
      throw new LoginFailed('This browser began no login, or more than ten minutes ago: log in again.');
    }
    const provider = await this.provider.discovered();
    const address = new URL(`${callbackPath}${query}`, this.settings.publicUrl);
    const tokens = await this.exchange(provider, address, transaction);
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) {
      throw new LoginFailed('The provider sent no ID token: log in again.');
    }
    const about = { ...claims, ...(await this.moreClaims(provider, tokens.access_token, claims)) };
    return {
      identity: this.identityFrom(provider.metadata.issuer, claims.sub, about),
      idToken: tokens.id_token,
      returnTo: transaction.return_to,
    };
  }

  /** Address at the provider where its own session ends; undefined where it has none. */
  async endSession(idToken: string): Promise<URL | undefined> {
    const { configuration, metadata } = await this.provider.discovered();
    return metadata.end_session_endpoint === undefined
      ? undefined
      : oidc.buildEndSessionUrl(configuration, {
          id_token_hint: idToken,
          post_logout_redirect_uri: this.settings.publicUrl + startOfPage,
        });
  }

  private identityFrom(issuer: string, subject: string, claims: Claims): Identity {
    try {
      return identityOf('person', issuer, subject, claims, this.settings);
    } catch (error) {
      throw new LoginFailed(
        'The provider names you in a way that OpenID Connect does not allow (sub): ask those who run it.',
        error,
      );
    }
  }

  private async exchange(
    { configuration }: DiscoveredProvider,
    address: URL,
    { state, nonce, verifier }: { state: string; nonce: string; verifier: string },
  ): ReturnType<typeof oidc.authorizationCodeGrant> {
    try {
      return await oidc.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
        throw new LoginFailed('The login was given up at the provider, or it refused you.', error);
      }
      if (isOutage(error)) {
        throw this.provider.failed(error);
      }
      this.logger.warn(`A login failed: ${codeOf(error)}`);
      throw new LoginFailed('The login cannot be completed: log in again.', error);
    }
  }

  /**
   * Claims that the ID token lacks: many providers put roles and names into userinfo alone, and some (Keycloak, as it is
   * set up at first) put roles into the access token alone.
   */
  private async moreClaims(
    { configuration, metadata, keys }: DiscoveredProvider,
    accessToken: string,
    idToken: oidc.IDToken,
  ): Promise<Claims> {
    if (claimValues(idToken, this.settings.roleClaim) !== undefined) {
      return {};
    }
    let claims: Claims = {};
    if (metadata.userinfo_endpoint !== undefined) {
      try {
        claims = { ...(await oidc.fetchUserInfo(configuration, accessToken, idToken.sub)) };
      } catch (error) {
        throw isOutage(error)
          ? this.provider.failed(error)
          : new LoginFailed('The provider does not say who you are.', error);
      }
    }
    if (claimValues(claims, this.settings.roleClaim) !== undefined) {
      return claims;
    }
    try {
      const { payload } = await jwtVerify(accessToken, keys, {
        algorithms: signatureAlgorithms,
        issuer: metadata.issuer,
        subject: idToken.sub,
      });
      return { ...payload, ...claims };
    } catch {
      // an access token may be anything: then there are no roles in it
      return claims;
    }
  }
}

/** Whether the provider could not be reached, or failed itself, rather than the login. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof ProviderFailed ||
    error instanceof ServiceUnavailable ||
    (error instanceof oidc.ClientError &&
      (error.code === 'OAUTH_TIMEOUT' || error.cause instanceof ProviderFailed || isServerError(error.cause)))
  );
}

function isServerError(response: unknown): boolean {
  return response instanceof Response && response.status >= 500;
}

/** Code of an error for the log: its message and cause may hold what the visitor or the provider sent. */
function codeOf(error: unknown): string {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return /^\w{1,60}$/.test(error.error) ? error.error : 'error of the provider';
  }
  return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected error';
}
