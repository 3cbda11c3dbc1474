import { UnauthorizedException } from '@nestjs/common';

/** A bearer token that is not accepted; `challenge` is the header WWW-Authenticate of the answer (RFC 6750, 3). */
export class TokenRejected extends UnauthorizedException {
  override readonly name = 'TokenRejected';
  readonly challenge: string;

  /** @param reason a sentence about the token, without anything of it */
  constructor(reason: string) {
    super(reason);
    this.challenge = `Bearer realm="Warren", error="invalid_token", error_description="${reason.replaceAll(/["\\]|[^\x20-\x7E]/g, '')}"`;
  }
}
