import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import { MemoryAdapter } from './memory-adapter.ts';
import { loadProvider } from './provider-package.ts';
import type { Provider } from './provider-package.ts';

/** Person who can log in at the provider, by the name of their account. */
export interface Account {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Program with credentials of its own. */
export interface ServiceAccount {
  readonly roles: readonly string[];
}

interface Options {
  /** Origin of the gateway, which may not be running yet. */
  readonly publicUrl: string;
  readonly people: Readonly<Record<string, Account>>;
  readonly programs?: Readonly<Record<string, ServiceAccount>>;
  /** Port to listen on; by default any free one. */
  readonly port?: number;
}

/** Real OpenID provider on this machine, by http. */
export interface TestOidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Audience of its access tokens. */
  readonly audience: string;
  /** Public key, and private key, that it signs with. */
  readonly keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey; readonly kid: string };
  /** Requests that it got, by their paths. */
  readonly requested: string[];
  /** Access token of a program, by the client credentials grant. */
  tokenOf(program: string): Promise<string>;
  /** Access token with these claims beside or in place of its usual ones, signed with its key; undefined leaves one out. */
  sign(claims: JWTPayload, header?: { alg?: string; typ?: string; kid?: string }): Promise<string>;
  stop(): Promise<void>;
}

const audience = 'warren-api';
const clientId = 'warren-page';
const clientSecret = 'the secret of the page';
const programSecret = 'the secret of a program';
const kid = 'signing';

/** Starts an OpenID provider (oidc-provider), where people log in by the name of their account, without a password. */
export async function startOidcProvider(options: Options): Promise<TestOidcProvider> {
  const { publicUrl, people, programs = {} } = options;
  const server = createServer();
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${portOf(server.address())}`;
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const OidcProvider = await loadProvider();
  const provider: Provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/app/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      ...Object.keys(programs).map((name) => ({
        client_id: name,
        client_secret: programSecret,
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      })),
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] },
    adapter: MemoryAdapter,
    cookies: { keys: ['signs the cookies of the provider'] },
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    scopes: ['openid', 'profile'],
    pkce: { required: () => true },
    ttl: {
      Session: 3_600,
      Interaction: 600,
      Grant: 3_600,
      IdToken: 600,
      AccessToken: 600,
      ClientCredentials: 600,
    },
    findAccount: (_context: unknown, accountId: string) => {
      const account = people[accountId];
      return account === undefined
        ? undefined
        : { accountId, claims: () => ({ sub: accountId, name: account.name, roles: account.roles }) };
    },
    // nobody is asked for consent
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    extraTokenClaims: (_context: unknown, { clientId: client }: { clientId: string }) => ({
      roles: programs[client]?.roles ?? [],
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askForLogout },
      resourceIndicators: {
        enabled: true,
        // programs name no resource; people ask for none, so that userinfo takes their access token
        defaultResource: ({ oidc }: { oidc: { params: Record<string, unknown> } }) =>
          oidc.params['grant_type'] === 'client_credentials' ? `urn:${audience}` : undefined,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  const requested: string[] = [];
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const { url = '/' } = request;
    requested.push(url.split('?', 1)[0] ?? '');
    if (!url.startsWith('/interaction/')) {
      void answer(request, response);
    } else if (request.method === 'POST') {
      void accountIn(request).then(async (accountId) =>
        provider.interactionFinished(
          request,
          response,
          { login: { accountId } },
          { mergeWithLastSubmission: false },
        ),
      );
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage);
    }
  });
  return {
    issuer,
    clientId,
    clientSecret,
    audience,
    keys: { publicKey, privateKey, kid },
    requested,
    async tokenOf(program) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${program}:${encodeURIComponent(programSecret)}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      const body: unknown = await response.json();
      if (typeof body === 'object' && body !== null && 'access_token' in body) {
        return String(body.access_token);
      }
      throw new Error(`The provider gave no token: ${JSON.stringify(body)}`);
    },
    async sign(claims, header = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const usual = {
        iss: issuer,
        aud: audience,
        sub: 'ada',
        iat: now,
        exp: now + 600,
        roles: ['warren-operator'],
      };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .sign(privateKey);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface GrantContext {
  oidc: { session: { accountId: string }; client: { clientId: string } };
}

/** Page of the provider that asks whether to log out there; `form` is its own. */
function askForLogout(context: { body: unknown }, form: string): void {
  context.body = `<!doctype html><html lang="en"><title>Provider</title>${form}
<button form="op.logoutForm" name="logout" value="yes">Log out of the provider</button></html>`;
}

const loginPage = `<!doctype html><html lang="en"><title>Provider</title>
<form method="post"><label>Account <input name="account" autofocus></label><button>Log in</button></form></html>`;

async function accountIn(request: IncomingMessage): Promise<string> {
  return new URLSearchParams(await text(request)).get('account') ?? '';
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') {
    throw new Error('The provider has no port.');
  }
  return address.port;
}
