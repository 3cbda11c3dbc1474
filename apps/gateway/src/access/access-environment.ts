import { z } from 'zod';
import { OidcEnvironment, checkOidc } from './oidc/oidc-environment.ts';
import { ProxyEnvironment, checkProxy } from './proxy/proxy-environment.ts';

/** Variables of who may use the gateway. */
export const AccessEnvironment = z.object({
  AUTH: z
    .enum(['local', 'oidc', 'proxy'])
    .default('local')
    .describe(
      'Who may use the gateway; local: whoever uses this machine; oidc: who logs in; proxy: whom a proxy names',
    ),
  LOGIN_TOKEN: z
    .string()
    .min(32)
    .optional()
    .describe(
      'With AUTH=local: token that programs must send, and links to log in are made with; none by default',
    ),
  ...OidcEnvironment.shape,
  ...ProxyEnvironment.shape,
});
export type AccessEnvironment = z.infer<typeof AccessEnvironment>;

/** Adds an issue for each variable that the value of `AUTH` needs and that is not set. */
export function checkAccess(config: AccessEnvironment, context: z.core.$RefinementCtx): void {
  if (config.AUTH === 'oidc') {
    checkOidc(config, context);
  } else if (config.AUTH === 'proxy') {
    checkProxy(config, context);
  }
}
