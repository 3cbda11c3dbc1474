import { Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey, JWTVerifyOptions, JWTVerifyResult } from 'jose';
import type { Identity } from '../roles/identity.ts';
import { TokenRejected } from '../unauthorized.ts';
import { isAccessToken, isOfProgram, signatureAlgorithms } from './access-token.ts';
import { OidcProvider } from './oidc-provider.ts';
import { OidcSettings } from './oidc-settings.ts';
import { identityOf } from './people.ts';

const clockToleranceS = 30;

/** Checks access tokens of the provider that programs and people send (RFC 6750, RFC 9068). */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly provider: OidcProvider,
    private readonly settings: OidcSettings,
  ) {}

  /**
   * Who sends a token.
   * @throws TokenRejected where it is not valid here; ServiceUnavailable where the provider's keys cannot be had
   */
  async identify(token: string): Promise<Identity> {
    const { audience, clientId, tokenMaxAgeS } = this.settings;
    if (audience === undefined) {
      throw new TokenRejected('No tokens are accepted here: OIDC_AUDIENCE is not set.');
    }
    const { keys, metadata } = await this.provider.discovered();
    const { payload, protectedHeader } = await this.verify(token, keys, {
      algorithms: signatureAlgorithms,
      issuer: metadata.issuer,
      audience,
      maxTokenAge: tokenMaxAgeS,
      clockTolerance: clockToleranceS,
      requiredClaims: ['exp', 'sub'],
    });
    if (!isAccessToken(protectedHeader.typ, payload, clientId)) {
      throw new TokenRejected('The token is not an access token.');
    }
    const kind = isOfProgram(payload) ? 'program' : 'person';
    try {
      return identityOf(kind, metadata.issuer, payload.sub ?? '', payload, this.settings);
    } catch {
      throw new TokenRejected('The subject of the token cannot be used.');
    }
  }

  private async verify(
    token: string,
    keys: JWTVerifyGetKey,
    options: JWTVerifyOptions,
  ): Promise<JWTVerifyResult> {
    try {
      return await verifyByAny(token, keys, options);
    } catch (error) {
      if (isOfToken(error)) {
        throw new TokenRejected(reasonOf(error));
      }
      throw this.provider.failed(error);
    }
  }
}

/** Where a token names no key, each that it may be signed with is tried. */
async function verifyByAny(
  token: string,
  keys: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, keys, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) {
      throw error;
    }
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, options);
      } catch (failed) {
        if (!(failed instanceof errors.JWSSignatureVerificationFailed)) {
          throw failed;
        }
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** Whether the token is at fault, rather than that the keys of the provider could not be had. */
function isOfToken(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) &&
    error.code !== errors.JOSEError.code
  );
}

/** What is wrong with a token, in a sentence that has nothing of it. */
function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) {
    return 'The token is too old: get a new one.';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The token is not for here, or not for now: its claim ${error.claim} is not as needed.`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'The token is signed in a way that is not accepted.';
  }
  return 'The token is not one that the provider has signed.';
}
