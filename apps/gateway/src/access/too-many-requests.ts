import { HttpException } from '@nestjs/common';

/** The client does, or has in use, more than its part (429, RFC 6585); the message says what to do. */
export class TooManyRequests extends HttpException {
  /** Seconds after which to try again, for the header Retry-After. */
  readonly retryAfterS: number;

  constructor(message: string, retryAfterS: number) {
    super(message, 429);
    this.retryAfterS = retryAfterS;
  }
}
