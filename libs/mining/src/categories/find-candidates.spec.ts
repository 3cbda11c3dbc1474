import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';
import { readMembers } from '../../test/read-members.ts';
import { buildMembership, mine } from '../index.ts';

describe('findCandidates', () => {
  it('finds candidates of every category in the sample community', () => {
    const sample = join(import.meta.dirname, '../../../../samples/brindlewick.ndjson');
    const { candidates } = mine(buildMembership(readMembers(sample)));
    const found = new Set(candidates.map(({ category }) => category));
    expect([...found].sort()).toEqual([...PatternCategory.options].sort());
  });
});
