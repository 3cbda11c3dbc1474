import { z } from 'zod';
import { TrustedProxiesText } from './trusted-proxies.ts';

/** Name of a header, in the lower case in which it is compared. */
const HeaderName = z
  .string()
  .regex(/^[A-Za-z\d-]+$/, { error: 'must be the name of a header' })
  .transform((name) => name.toLowerCase());

/** Variables of a proxy that logs people in, and says in headers who they are. */
export const ProxyEnvironment = z.object({
  TRUSTED_PROXIES: TrustedProxiesText.optional().describe(
    'Addresses and networks of proxies that say who somebody is, comma separated; nobody else is believed',
  ),
  PROXY_USER_HEADER: HeaderName.default('x-forwarded-user').describe('Header with the name of the user'),
  PROXY_ROLES_HEADER: HeaderName.default('x-forwarded-groups').describe(
    'Header with the roles or groups of the user, comma separated; OIDC_ROLES says which grants which role',
  ),
});
export type ProxyEnvironment = z.infer<typeof ProxyEnvironment>;

/** Adds an issue where AUTH=proxy has no proxy. */
export function checkProxy({ TRUSTED_PROXIES }: ProxyEnvironment, context: z.core.$RefinementCtx): void {
  if (TRUSTED_PROXIES === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['TRUSTED_PROXIES'],
      message: 'must be set with AUTH=proxy: the addresses of the proxies alone, e.g. 10.0.0.7',
    });
  }
}
