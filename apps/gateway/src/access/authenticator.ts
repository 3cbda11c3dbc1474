import type { FastifyRequest } from 'fastify';
import type { Principal } from '@warren/contracts';

/** Injection token of the authenticator that `AUTH` names. */
export const authenticatorToken = Symbol('authenticator');

/** Says who makes a request. */
export interface Authenticator {
  /** Path where a person logs in, if there is one; told with status 401. */
  readonly loginPath?: string;
  /** Whether it knows people by sessions, which POST /auth/logout ends. */
  readonly hasSessions?: boolean;
  /**
   * Returns who makes a request, or null where that is not known: it is answered 401. Called before the body is read.
   * @throws HttpException to answer otherwise, such as ServiceUnavailableException where the provider cannot be asked
   */
  authenticate(request: FastifyRequest): Promise<Principal | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who makes the request; null on public routes. */
    principal: Principal | null;
  }
}
