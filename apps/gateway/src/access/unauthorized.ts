import { UnauthorizedException } from '@nestjs/common';

/** Who makes a request is not known. */
export class NotKnown extends UnauthorizedException {
  override readonly name = 'NotKnown';
  /** Path where a person logs in, if there is one. */
  readonly login: string | undefined;

  constructor(login?: string) {
    super('Who makes this request is not known: log in, or send a valid token.');
    this.login = login;
  }
}

/** A bearer token that is not accepted (RFC 6750, 3). */
export class TokenRejected extends UnauthorizedException {
  override readonly name = 'TokenRejected';
  readonly challenge: string;

  /** @param reason a sentence about the token, without anything of it */
  constructor(reason: string) {
    super(reason);
    this.challenge = `Bearer realm="Warren", error="invalid_token", error_description="${reason.replaceAll(/["\\]|[^\x20-\x7E]/g, '')}"`;
  }
}
