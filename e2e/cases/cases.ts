import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@jest/globals';
import type { ReadFacet } from '@warren/contracts';
import { expectedReadings } from './expected-readings.ts';
import type { ExpectedReading } from './expected-readings.ts';

const folder = resolve(import.meta.dirname, '../../../shared/cases');
/** Whether the folder of cases, which is not part of the checkout, lies beside it. */
export const thereAreCases = existsSync(folder);

/** Every case with its file; one without an expected value fails. */
export function casesWithFiles(): { path: string; expected: ExpectedReading }[] {
  const files = readdirSync(folder).filter((name) => /^c\d+-.*(?<!\.expected\.md)$/.test(name));
  return files.map((name) => {
    const expected = expectedReadings.find(({ file }) => name.replace(/\.[a-z]+$/, '') === file);
    if (expected === undefined) {
      throw new Error(`${name} has no expected value`);
    }
    return { path: resolve(folder, name), expected };
  });
}

/** Checks what was read of a case. */
export function expectReading(
  expected: ExpectedReading,
  read: { members: number; analysed: number; rejected: number; facets: readonly ReadFacet[] },
): void {
  const { file, members, analysed = members, never = [] } = expected;
  expect({ file, members: read.members, analysed: read.analysed, rejected: read.rejected }).toEqual({
    file,
    members,
    analysed,
    rejected: 0,
  });
  for (const [kind, labels] of Object.entries(expected.facets)) {
    const ofKind = read.facets.filter((facet) => facet.kind === kind);
    const found = Object.fromEntries(ofKind.map((facet) => [facet.label, facet.members]));
    expect({ file, kind, found }).toEqual({ file, kind, found: labels });
  }
  const labels = read.facets.map(({ label }) => label.toLowerCase());
  expect({ file, wrong: never.filter((label) => labels.includes(label.toLowerCase())) }).toEqual({
    file,
    wrong: [],
  });
}
