import type { Principal } from '@warren/contracts';
import type { Authenticator } from './authenticator.ts';

/** Whoever uses this machine. */
export const thisMachine: Principal = { id: 'local', name: 'this machine', kind: 'local', role: 'admin' };

/** `AUTH=local`: only this machine reaches the gateway, and whoever uses it may do everything. */
export class LocalAuthenticator implements Authenticator {
  async authenticate(): Promise<Principal> {
    return Promise.resolve(thisMachine);
  }
}
