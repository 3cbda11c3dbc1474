import { readFileSync } from 'node:fs';
import type { MemberFacets } from '../src/index.ts';

const fields = {
  skills: 'skill',
  interests: 'interest',
  looking_for: 'looking_for',
  all_traits: 'trait',
  role: 'role',
  location: 'location',
} as const;

/** Reads the members of an NDJSON file; facets are folded to lower case only, ids are line numbers from 1. */
export function readMembers(path: string): MemberFacets[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null) {
        throw new Error(`line ${at + 1} of ${path} is no object`);
      }
      const values = new Map<string, unknown>(Object.entries(row));
      const facets = Object.entries(fields).flatMap(([field, kind]) =>
        [values.get(field) ?? []]
          .flat()
          .filter((label) => typeof label === 'string')
          .map((label) => `${kind}:${label.trim().toLowerCase()}`),
      );
      return { id: at + 1, facets: [...new Set(facets)] };
    });
}
