import { describe, expect, it } from '@jest/globals';
import { databaseOfPath, newCommunity, sampleName, usualMembers } from '@warren/servers';
import type { Community } from '@warren/servers';
import { chooseCommunity } from './choose-community.ts';

const sample = newCommunity([], sampleName);
const makers = newCommunity([], 'Brindlewick Makers');
const readers = newCommunity([], 'Readers');
const november = '/exports/members-2026-11.csv';
const october = '/exports/members-2026-10.csv';
/** As an earlier version left it: a database by the path of the file, and no name. */
const ofOctober: Community = {
  name: 'Members',
  database: databaseOfPath(october, 'members-2026-10.csv'),
  sample: false,
  named: false,
};

const choose = (
  communities: readonly Community[],
  wish: { community?: string; members?: string; rename?: string },
) => chooseCommunity(communities, { community: undefined, members: undefined, rename: undefined, ...wish });

describe('a start opens', () => {
  it('the sample where nothing else was ever imported or named', () => {
    expect(choose([], {})).toEqual({ community: sample, lines: [] });
    expect(choose([sample], {}).community).toBe(sample);
    expect(choose([makers], { members: usualMembers }).community).toEqual(sample);
  });

  it('a community named after the first file, and says how to name it', () => {
    for (const before of [[], [sample]]) {
      const { community, lines } = choose(before, { members: november });
      expect(community).toMatchObject({ name: 'Members', sample: false, named: false });
      expect(lines).toEqual([expect.stringMatching(/called "Members".*--rename/)]);
    }
  });

  it('the same community for next month’s export under another name, and says so', () => {
    const { community: first } = choose([], { members: october });
    const { community, lines } = choose([sample, first], { members: november });
    expect(community).toBe(first);
    expect(lines).toEqual([expect.stringMatching(/^members-2026-11\.csv goes into "Members".*--community/)]);
    expect(choose([sample, first], {}).community).toBe(first);
  });

  it('the named community, however it is spelled, and the one used last without a name', () => {
    expect(choose([sample, readers, makers], { community: 'brindlewick  MAKERS' }).community).toBe(makers);
    expect(choose([sample, readers, makers], { members: november }).community).toBe(readers);
    expect(choose([sample, readers, makers], { community: sampleName }).community).toBe(sample);
  });

  it('a new community under a name that is new, and lists the others', () => {
    const { community, lines } = choose([sample, readers], { community: 'Brindlewick Makers' });
    expect(community).toEqual(makers);
    expect(lines.join(' ')).toMatch(/"Brindlewick Makers" is a new community\. There are: .*"Readers"/);
  });

  it('what an earlier version kept for the same file, under the name that it gets', () => {
    const before = [readers, ofOctober];
    expect(choose(before, { members: october }).community).toBe(ofOctober);
    expect(choose(before, { members: october, community: 'Makers' }).community).toEqual({
      ...ofOctober,
      name: 'Makers',
      named: true,
    });
    const isNamed = [{ ...ofOctober, name: 'Makers', named: true }];
    expect(choose(isNamed, { members: october, community: 'Others' }).community.database).not.toBe(
      ofOctober.database,
    );
  });

  it('never the sample for members of one’s own', () => {
    expect(() => choose([sample], { community: sampleName, members: november })).toThrow(/is the sample/);
  });

  it('a community under its new name, with the database that it has', () => {
    expect(choose([sample, readers], { rename: 'Book club' }).community).toEqual({
      ...readers,
      name: 'Book club',
    });
    expect(
      choose([readers, makers], { community: 'brindlewick makers', rename: 'Makers' }).community,
    ).toEqual({
      ...makers,
      name: 'Makers',
    });
    expect(choose([readers], { rename: 'READERS' }).community.name).toBe('READERS');
    expect(() => choose([readers, makers], { rename: makers.name })).toThrow(/name of another community/);
    expect(() => choose([readers], { rename: sampleName })).toThrow(/name of another community/);
    expect(() => choose([sample], { rename: 'Ours' })).toThrow(/there is none yet/);
    expect(() => choose([readers], { community: 'Makers', rename: 'Ours' })).toThrow(
      /no community "Makers"\. There are: "Readers"/,
    );
  });
});
