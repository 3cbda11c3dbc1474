import { freePort, startOidcProvider } from '@warren/testing';
import type { TestOidcProvider } from '@warren/testing';
import { startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { Visitor } from './visitor.ts';

/** Accounts at the provider, each by the role that it has at most. */
export const people = {
  nora: { name: 'Nora Nobody', roles: ['staff'] },
  vera: { name: 'Vera Viewer', roles: ['warren-viewer'] },
  otto: { name: 'Otto Operator', roles: ['warren-viewer', 'warren-operator'] },
  ada: { name: 'Ada Admin', roles: ['warren-admin'] },
};
export type Person = keyof typeof people;

/** Account with a subject that OpenID Connect does not allow: it is not ASCII. */
export const oddPerson = 'zoë';

export const programs = { nightly: { roles: ['warren-operator'] }, stray: { roles: [] } };

/** Gateway with `AUTH=oidc` and its provider. */
export interface OidcGateway extends Gateway {
  provider: TestOidcProvider;
  /** Logs somebody in; returns the browser, and where it was sent then. */
  logIn(person: string, visitor?: Visitor, returnTo?: string): Promise<{ visitor: Visitor; at: URL }>;
  /** Goes through the login up to the address of the callback, which is not opened yet. */
  logInUpToCallback(
    person: string,
    visitor: Visitor,
    options?: { returnTo?: string; change?: (authorization: URL) => void },
  ): Promise<URL>;
}

/** Starts a provider, and a gateway whose people log in there. */
export async function startOidcGateway(change: Record<string, string> = {}): Promise<OidcGateway> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startOidcProvider({
    publicUrl,
    people: { ...people, [oddPerson]: { name: 'Zoë', roles: ['warren-admin'] } },
    programs,
  });
  const gateway = await startGateway({
    PORT: String(port),
    AUTH: 'oidc',
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_AUDIENCE: provider.audience,
    ...change,
  });
  const logInUpToCallback: OidcGateway['logInUpToCallback'] = async (person, visitor, options = {}) => {
    const login = new URL('/auth/login', gateway.url);
    if (options.returnTo !== undefined) {
      login.searchParams.set('return_to', options.returnTo);
    }
    const authorization = await visitor.follow(login, (url) => url.origin === provider.issuer);
    options.change?.(authorization);
    const form = await visitor.follow(authorization, isCallback);
    if (isCallback(form)) {
      return form;
    }
    const answer = await visitor.request(form, {
      method: 'POST',
      body: new URLSearchParams({ account: person }),
    });
    return visitor.follow(new URL(answer.headers.get('location') ?? '', form), isCallback);
  };
  return {
    ...gateway,
    provider,
    logInUpToCallback,
    async logIn(person, visitor = new Visitor(), returnTo) {
      const callback = await logInUpToCallback(person, visitor, returnTo === undefined ? {} : { returnTo });
      return { visitor, at: await visitor.follow(callback, (url) => url.pathname.startsWith('/app')) };
    },
    async close() {
      await gateway.close();
      await provider.stop();
    },
  };
}

function isCallback(url: URL): boolean {
  return url.pathname === '/auth/callback';
}
