import { isConfidential } from './oidc-environment.ts';

/** The provider did not answer, or not with what was asked for. */
export class ProviderFailed extends Error {
  override readonly name = 'ProviderFailed';
}

/**
 * Fetches from the provider. Its discovery document names further addresses: none may be one that others could listen to.
 * @throws ProviderFailed where the address is not https nor this machine's, or nothing answers there
 */
export async function fetchSafely(url: string, options: RequestInit): Promise<Response> {
  const address = new URL(url);
  if (!isConfidential(address)) {
    throw new ProviderFailed(`${address.origin} is not https`);
  }
  try {
    return await fetch(url, { ...options, redirect: 'manual' });
  } catch (error) {
    throw new ProviderFailed(`${address.origin} does not answer (${reasonOf(error)})`, { cause: error });
  }
}

/** Time in which a provider that failed is not asked again, so that nobody can make the gateway press it. */
const pauseMs = 2_000;

/** As `fetchSafely`, for the keys of the provider, which whoever sends a token makes the gateway ask for. */
export function keyFetch(): (url: string, options: RequestInit) => Promise<Response> {
  let failedAt = Number.NEGATIVE_INFINITY;
  return async (url, options) => {
    if (performance.now() - failedAt < pauseMs) {
      throw new ProviderFailed('The provider failed a moment ago.');
    }
    try {
      const response = await fetchSafely(url, options);
      if (response.status !== 200) {
        throw new ProviderFailed(`${url} answered with status ${response.status}`);
      }
      return response;
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown';
  }
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
