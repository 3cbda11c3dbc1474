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
