import type { QueryClient } from '@tanstack/react-query';

/** What is shown of members: their words and facets, and what follows from them. */
const concerned = ['members', 'community', 'patterns', 'introductions', 'themes'];

/** Fetches again what a change of one member may have changed. */
export async function refreshAfterChange(client: QueryClient): Promise<void> {
  await refresh(client, concerned);
}

/** Fetches again what an import, or its undoing, may have changed. */
export async function refreshAfterImport(client: QueryClient): Promise<void> {
  await refresh(client, [...concerned, 'imports']);
}

async function refresh(client: QueryClient, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map(async (key) => client.invalidateQueries({ queryKey: [key] })));
}
