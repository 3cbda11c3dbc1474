import { localPrincipal } from '@warren/contracts';
import type { Principal } from '@warren/contracts';
import type { Authenticator } from './authenticator.ts';

/** `AUTH=local`: only this machine reaches the gateway, and whoever uses it may do everything. */
export class LocalAuthenticator implements Authenticator {
  async authenticate(): Promise<Principal> {
    return Promise.resolve(localPrincipal);
  }
}
