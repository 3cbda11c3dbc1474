import { z } from 'zod';
import { isThisMachine } from '@warren/service';
import { RoleMappingText } from '../roles/role-mapping.ts';

/** Most seconds that a session may last, whatever is set: 30 days. */
const longestSession = 30 * 24 * 3_600;

/** Variables of single sign-on, and of the roles and sessions that follow from it. */
export const OidcEnvironment = z.object({
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      abort: true,
      error: 'must be an address such as https://warren.example.org',
    })
    .refine(isOrigin, { error: 'must have no path, query or name: https://warren.example.org' })
    .refine(isSafe, { error: 'must be https, but for this machine itself (http://localhost:8000)' })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe('Address under which people reach the gateway; the provider sends them back to it'),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      abort: true,
      error: 'must be the address of the provider, e.g. https://login.example.org',
    })
    .refine(isSafe, { error: 'must be https, but for a provider on this machine itself' })
    .refine((url) => !/[?#]/.test(url), { error: 'must have no query or fragment' })
    .optional()
    .describe('OpenID provider, by its issuer; discovery finds the rest below it'),
  OIDC_CLIENT_ID: z.string().optional().describe('As which client the gateway is registered there'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of that client'),
  OIDC_SCOPE: z
    .string()
    .default('openid profile')
    .refine((scope) => scope.split(/\s+/).includes('openid'), { error: 'must contain openid' })
    .describe('Scopes that the login asks for; some providers need another one for roles, e.g. groups'),
  OIDC_AUDIENCE: z
    .string()
    .optional()
    .describe('Audience of access tokens that programs send; without it none are accepted'),
  OIDC_ROLE_CLAIM: z
    .string()
    .default('roles')
    .describe('Claim with the roles or groups of a person or program, e.g. realm_access.roles'),
  OIDC_ROLES: RoleMappingText.optional().describe(
    'Which value grants which role, comma separated: role=value; by default viewer=warren-viewer and so on',
  ),
  OIDC_TOKEN_MAX_AGE_S: z.coerce
    .number()
    .int()
    .min(1)
    .default(86_400)
    .describe('Oldest access token accepted, in seconds since its issue, whenever it expires'),
  SESSION_IDLE_S: z.coerce
    .number()
    .int()
    .min(1)
    .default(3_600)
    .describe('A session ends after so many seconds without a request'),
  SESSION_MAX_S: z.coerce
    .number()
    .int()
    .min(1)
    .max(longestSession)
    .default(43_200)
    .describe('A session ends so many seconds after its login, whatever happens'),
});
export type OidcEnvironment = z.infer<typeof OidcEnvironment>;

/** Adds an issue for each variable without which AUTH=oidc cannot work. */
export function checkOidc(config: OidcEnvironment, context: z.core.$RefinementCtx): void {
  for (const name of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (config[name] === undefined) {
      context.addIssue({ code: 'custom', path: [name], message: 'must be set with AUTH=oidc' });
    }
  }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && url.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === ''
  );
}

function isSafe(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isConfidential(url);
}

/** Whether what is sent to an address stays between the two: https, or this machine itself. */
export function isConfidential({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}
