import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

/** Consent of a person to what a client asks for. */
interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}

/** The part of a provider of oidc-provider 9 that is used here. */
export interface Provider {
  readonly Grant: new (of: { accountId: string; clientId: string }) => Grant;
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: Readonly<Record<string, unknown>>,
    options: { mergeWithLastSubmission: boolean },
  ): Promise<void>;
}

type ProviderClass = new (issuer: string, configuration: Readonly<Record<string, unknown>>) => Provider;

const Package = z.object({
  Provider: z.custom<ProviderClass>((value) => typeof value === 'function', 'oidc-provider has no Provider'),
});

/** Loads oidc-provider, which has no types of its own, when it is needed: few of those who import this library need it. */
export async function loadProvider(): Promise<ProviderClass> {
  const name = 'oidc-provider';
  return Package.parse(await import(name)).Provider;
}
