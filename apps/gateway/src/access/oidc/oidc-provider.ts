import { Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as fetchOfJose } from 'jose';
import type { RemoteJWKSet } from 'jose';
import * as oidc from 'openid-client';
import { ServiceUnavailable } from '@warren/contracts';
import { OidcSettings } from './oidc-settings.ts';
import { ProviderFailed, fetchSafely, keyFetch } from './provider-fetch.ts';

const timeoutS = 5;
/** Time in which a provider that did not answer is not discovered again. */
const pauseMs = 2_000;

/** Provider as its discovery document describes it. */
export interface DiscoveredProvider {
  readonly configuration: oidc.Configuration;
  readonly metadata: Readonly<oidc.ServerMetadata>;
  /** Keys that its tokens are signed with; they follow its rotation. */
  readonly keys: RemoteJWKSet;
}

/**
 * The OpenID provider. It is discovered when it is first needed, and again after a failure: the gateway starts while the
 * provider is down.
 */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('Login');
  private discovering: Promise<DiscoveredProvider> | undefined;
  private failedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: OidcSettings) {}

  /** @throws ServiceUnavailable while the provider does not answer, or not with a document that can be used */
  async discovered(): Promise<DiscoveredProvider> {
    if (performance.now() - this.failedAt < pauseMs) {
      throw unavailable();
    }
    this.discovering ??= this.discover();
    return this.discovering;
  }

  /** Logs that the provider failed, without what it said; returns what to answer. */
  failed(error: unknown): ServiceUnavailable {
    this.logger.warn(`The provider ${this.settings.issuer.origin} cannot be used: ${describe(error)}`);
    return unavailable(error);
  }

  private async discover(): Promise<DiscoveredProvider> {
    const { issuer, clientId, clientSecret } = this.settings;
    try {
      const configuration = await oidc.discovery(issuer, clientId, undefined, authenticate(clientSecret), {
        execute: [
          // oxlint-disable-next-line typescript/no-deprecated -- fetchSafely checks each address, and allows http to this machine alone
          oidc.allowInsecureRequests,
          oidc.enableNonRepudiationChecks,
        ],
        timeout: timeoutS,
        [oidc.customFetch]: fetchSafely,
      });
      const metadata = configuration.serverMetadata();
      if (metadata.jwks_uri === undefined) {
        throw new ProviderFailed('its discovery document names no jwks_uri');
      }
      const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
        timeoutDuration: timeoutS * 1_000,
        [fetchOfJose]: keyFetch(),
      });
      return { configuration, metadata, keys };
    } catch (error) {
      this.discovering = undefined;
      this.failedAt = performance.now();
      throw this.failed(error);
    }
  }
}

/** The client's authentication: in a header, as every provider must support, unless this one lists others alone. */
function authenticate(secret: string): oidc.ClientAuth {
  const inHeader = oidc.ClientSecretBasic(secret);
  const inBody = oidc.ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: methods } = server;
    const isInHeader = methods === undefined || methods.includes('client_secret_basic');
    (isInHeader ? inHeader : inBody)(server, client, body, headers);
  };
}

function unavailable(cause?: unknown): ServiceUnavailable {
  return new ServiceUnavailable('The login provider cannot be reached now: try again.', {}, { cause });
}

/** Message and code of an error: the rest of it may hold a code, a token or a claim. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown error';
  }
  const inner = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return 'code' in error && typeof error.code === 'string'
    ? `${error.message} (${error.code})${inner}`
    : `${error.message}${inner}`;
}
