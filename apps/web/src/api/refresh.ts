import type { QueryClient } from '@tanstack/react-query';

const concerned = ['members', 'community', 'patterns', 'introductions', 'imports'];

/** Fetches again what an import, or its undoing, may have changed. */
export async function refreshAfterImport(client: QueryClient): Promise<void> {
  await Promise.all(concerned.map(async (key) => client.invalidateQueries({ queryKey: [key] })));
}
