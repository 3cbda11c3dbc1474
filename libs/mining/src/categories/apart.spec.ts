import { describe, expect, it } from '@jest/globals';
import { asMembers, plant, roleProfiles, unevenProfiles } from '../../test/communities.ts';
import type { Profiles } from '../../test/communities.ts';
import { createRandom } from '../../test/random.ts';
import { buildMembership, evaluateRule, membersOfRule, mine } from '../index.ts';
import type { MemberFacets } from '../index.ts';

const apartIn = (rows: readonly MemberFacets[], focus?: ReadonlySet<string>) =>
  mine(buildMembership(rows), { ...(focus && { focus }) }).candidates.filter(
    ({ basis }) => basis === 'apart',
  );

/** Two camps of three in ten each, of whom hardly anybody has both facets. */
function camps(seed: number, members = 200, bridges = 0.02): Profiles {
  const random = createRandom(seed);
  const profiles = unevenProfiles(random, members, 120, 8);
  for (const profile of profiles) {
    const where = random();
    if (where < 0.3 || where > 1 - bridges) {
      profile.add(200);
    }
    if (where > 0.7) {
      profile.add(201);
    }
  }
  return profiles;
}
const [one, other] = ['skill:s200', 'skill:s201'];

describe('groups that keep apart', () => {
  it('are two facets that fewer have than expected, with both sides and the bridges', () => {
    const rows = asMembers(camps(7));
    const membership = buildMembership(rows);
    const [found, ...more] = apartIn(rows);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ category: 'collaboration_opportunity', basis: 'apart' });
    const having = (key: string) => rows.filter(({ facets }) => facets.includes(key)).map(({ id }) => id);
    const bridges = having(one).filter((id) => having(other).includes(id));
    expect(bridges.length).toBeGreaterThan(0);
    expect(found!.bridges).toEqual(bridges);
    expect(found!.sides!.givers).toEqual(having(one).filter((id) => !bridges.includes(id)));
    expect(found!.sides!.seekers).toEqual(having(other).filter((id) => !bridges.includes(id)));
    const members = [...new Set([...having(one), ...having(other)])].sort((a, b) => a - b);
    expect(found!.member_ids).toEqual(members);
    expect(membersOfRule(membership, found!.rule)).toEqual(members);
    const { observed, expected, lift_low, lift_high, q_value } = found!.statistics;
    expect(observed).toBe(bridges.length);
    expect(expected).toBeGreaterThan(10);
    expect(lift_low! <= observed / expected! && lift_high! < 0.84).toBe(true);
    expect(q_value).toBeLessThanOrEqual(0.05);
    expect(found!.pairs!.every(({ facet }) => facet === one)).toBe(true);
  });

  it('are found again by the evaluation of their rule, which has no lesser basis', () => {
    const membership = buildMembership(asMembers(camps(7)));
    const result = mine(membership);
    const found = result.candidates.find(({ basis }) => basis === 'apart')!;
    const proposed = evaluateRule(membership, found.rule, { result });
    expect(proposed).toMatchObject({
      bases: ['apart'],
      statistics: found.statistics,
      bridges: found.bridges,
    });
    const alone = evaluateRule(membership, found.rule);
    expect(alone).toMatchObject({ bases: ['apart'], bridges: found.bridges, member_ids: found.member_ids });
    const together = evaluateRule(buildMembership(asMembers(camps(7, 200, 0.12))), found.rule);
    expect(together).toMatchObject({ basis: null, bases: [] });
    expect(together.statistics.q_value).toBe(1);
  });

  it('are found in nearly all communities that are large enough, and under a focus', () => {
    const found = Array.from({ length: 10 }, (_, seed) => apartIn(asMembers(camps(seed + 20))).length);
    expect(found.filter((count) => count === 1).length).toBeGreaterThanOrEqual(9);
    expect(apartIn(asMembers(camps(7)), new Set([one]))).toHaveLength(1);
    expect(apartIn(asMembers(camps(7)), new Set(['skill:s3']))).toEqual([]);
  });

  it('are none where nothing is planted, and none beside groups that go together', () => {
    const counts = Array.from({ length: 12 }, (_, seed) => {
      const random = createRandom(seed + 60);
      const profiles = (seed % 2 === 0 ? unevenProfiles : roleProfiles)(random, 150, 120, 8);
      if (seed % 3 === 0) {
        plant(random, profiles, 120, { groups: 4, members: 20, leastFacets: 3, mostFacets: 5, listing: 0.9 });
      }
      return apartIn(asMembers(profiles)).length;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
  });

  it('are none because lists are short: who lists one thing has no second', () => {
    const counts = Array.from({ length: 10 }, (_, seed) => {
      const random = createRandom(seed + 90);
      const rows = Array.from({ length: 300 }, (_row, at) => {
        const listed = new Set<string>();
        const length = 1 + Math.floor(random() * 3);
        while (listed.size < length) {
          listed.add(`skill:${'abcdefgh'[Math.floor(random() * 8)]}`);
        }
        return { id: at + 1, facets: [...listed] };
      });
      return apartIn(rows).length;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
  });

  it('are none by the form: answers of which members give one', () => {
    const random = createRandom(3);
    const profiles = asMembers(unevenProfiles(random, 240, 60, 6));
    const withChoice = (kind: string, answers: string[]) =>
      profiles.map(({ id, facets }) => ({
        id,
        facets: [...facets, `${kind}:${answers[Math.floor(random() * answers.length)]}`],
      }));
    expect(apartIn(withChoice('role', ['student', 'teacher', 'retired']))).toEqual([]);
    expect(apartIn(withChoice('interest', ['indoors', 'outdoors']))).toEqual([]);
    // A question of one answer that is read into the same column as lists are.
    expect(apartIn(withChoice('skill', ['beginner', 'advanced', 'expert']))).toEqual([]);
    expect(apartIn(withChoice('skill', ['remote', 'on site']))).toEqual([]);
  });

  it('are none where two labels say the same', () => {
    const rows = asMembers(camps(7)).map(({ id, facets }) => ({
      id,
      facets: facets.map((key) =>
        key === one ? 'skill:photography' : key === other ? 'skill:photographer' : key,
      ),
    }));
    expect(apartIn(rows)).toEqual([]);
    const rule = {
      givers: { clauses: [{ at_least: 1, of: ['skill:photography'] }], none_of: ['skill:photographer'] },
      seekers: { clauses: [{ at_least: 1, of: ['skill:photographer'] }], none_of: ['skill:photography'] },
    };
    expect(evaluateRule(buildMembership(rows), rule)).toMatchObject({ basis: null });
  });

  it('are told once for all facets of two camps', () => {
    const rows = asMembers(camps(7, 400)).map(({ id, facets }) => ({
      id,
      facets: [
        ...facets,
        ...(facets.includes(one) && id % 5 > 0 ? ['skill:s300'] : []),
        ...(facets.includes(other) && id % 7 > 0 ? ['skill:s301'] : []),
      ],
    }));
    expect(apartIn(rows)).toHaveLength(1);
  });
});
