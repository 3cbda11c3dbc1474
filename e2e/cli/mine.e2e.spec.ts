import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sample, sharedData } from '../support.ts';
import { Mined, carriedIn, matching, mine, minedOf } from './mine-command.ts';
import type { Carried } from './mine-command.ts';
import { made, mineFolder, ndjson } from './mine-files.ts';
import type { MineFolder } from './mine-files.ts';

let folder: MineFolder;
beforeAll(async () => {
  folder = await mineFolder();
});
afterAll(async () => folder.remove());

function expectMembersAsInFile({ candidates }: Mined, carried: Carried): void {
  expect(candidates.length).toBeGreaterThan(0);
  for (const { basis, rule, members, statistics, facets, sides, bridges, pairs } of candidates) {
    const expected = matching(carried, rule);
    expect(members).toEqual(expected);
    expect(statistics.observed).toBe(basis === 'apart' ? bridges?.length : expected.length);
    const carriers = (key: string, names: Iterable<string>): number =>
      [...names].filter((name) => carried.get(name)!.has(key)).length;
    for (const { key, in_pattern, in_community } of facets) {
      expect([key, in_pattern, in_community]).toEqual([
        key,
        carriers(key, expected),
        carriers(key, carried.keys()),
      ]);
    }
    if (sides !== undefined && 'givers' in rule) {
      expect(sides.givers).toEqual(matching(carried, rule.givers));
      expect(sides.seekers).toEqual(matching(carried, rule.seekers));
      const onOneSide = [...sides.givers, ...sides.seekers];
      expect(bridges ?? []).toEqual(
        basis === 'apart' ? expected.filter((name) => !onOneSide.includes(name)) : [],
      );
      for (const { giver, seeker, facet } of pairs ?? []) {
        expect(sides.givers).toContain(giver);
        expect(sides.seekers).toContain(seeker);
        expect(carried.get(giver)).toContain(facet);
      }
    }
  }
}

describe('npm run mine on the sample', () => {
  let all: Mined;
  let carried: Carried;
  beforeAll(async () => {
    all = await minedOf(sample, '--all');
    carried = carriedIn(sample);
  });

  it('counts the analysed members and gives each candidate the members of its rule', () => {
    expect(all.members).toBe(124);
    expect(all.facets).toBe(new Set([...carried.values()].flatMap((keys) => [...keys])).size);
    expectMembersAsInFile(all, carried);
  });

  it('prints the named keys in their order', () => {
    expect(Object.keys(all)).toEqual(['members', 'facets', 'tested', 'candidates']);
    const wish = all.candidates.find(({ basis }) => basis === 'wish')!;
    expect(Object.keys(wish)).toEqual([
      'category',
      'basis',
      'rule',
      'facets',
      'members',
      'statistics',
      'sides',
      'pairs',
    ]);
  });

  it('leaves out what chance may explain unless asked for all, and is deterministic', async () => {
    const { candidates, ...rest } = await minedOf(sample);
    const { candidates: more, ...same } = all;
    expect(rest).toEqual(same);
    expect(candidates).toEqual(more.filter(({ basis }) => basis !== 'shared'));
    expect(candidates.length).toBeLessThan(more.length);
  });

  it('describes the planted groups in sentences, in lines of at most 100 columns', async () => {
    const { code, stdout, stderr } = await mine(sample);
    expect(code).toBe(0);
    const flat = stdout.replace(/\s+/g, ' ');
    expect(flat).toContain('124 members analysed');
    expect(flat).toMatch(
      /members list (all|at least \d) of [^;]*Puppetry[^;]*; fewer than 0\.1 would by chance \(/,
    );
    expect(flat).toMatch(/members offer Welding \(bw-\d+, .* look for it \(bw-.*Introduce bw-\d+ to bw-/);
    expect(flat).toMatch(
      /Tested: [\d,]+ possible rules; q 0\.05: up to 5 % of those beyond chance may be flukes\. $/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).not.toMatch(/rror/);
  });

  it('finds fewer under a stricter q', async () => {
    const beyond = ({ candidates }: Mined) => candidates.filter(({ basis }) => basis === 'beyond_chance');
    const strict = await minedOf(sample, '--q', '0.000001');
    expect(beyond(strict).length).toBeLessThan(beyond(all).length);
    expect(beyond(strict).every(({ statistics }) => statistics.q_value! <= 0.000001)).toBe(true);
  });

  it('respects a focus on a label, kind or category', async () => {
    const welding = await minedOf(sample, '--focus', 'welding');
    expect(welding.candidates.length).toBeGreaterThan(0);
    for (const { facets } of welding.candidates) {
      expect(facets.some(({ key }) => key.includes('welding'))).toBe(true);
    }
    // Their numbers are those of the whole membership.
    expect(welding.tested).toBe(all.tested);
    const strengths = await minedOf(sample, '--focus', 'strengths', '--focus', 'interest_theme');
    expect(new Set(strengths.candidates.map(({ category }) => category))).toEqual(
      new Set(['interest_theme', 'community_strength']),
    );
    expect(strengths.tested).toBe(all.tested);
  });
});

describe('npm run mine under a focus', () => {
  it.each(['Ballads', 'skills'])('outlines each cluster once, the strongest first: %s', async (area) => {
    const { candidates } = await minedOf(sample, '--all', '--focus', area);
    const proven = candidates.filter(({ basis }) => basis === 'beyond_chance');
    expect(proven.length).toBeGreaterThan(0);
    for (const category of ['skill_cluster', 'interest_theme']) {
      const lifts = proven.filter((candidate) => candidate.category === category);
      const surprises = lifts.map(
        ({ statistics: { observed, expected } }) =>
          observed * Math.log(observed / expected!) - observed + expected!,
      );
      expect(surprises).toEqual(surprises.toSorted((a, b) => b - a));
    }
    for (const [at, { category, facets, members }] of candidates.entries()) {
      const variants = candidates.slice(0, at).filter((stronger) => {
        const keys = facets.filter(({ key }) => stronger.facets.some((facet) => facet.key === key));
        const least = Math.max(2, Math.min(facets.length, stronger.facets.length) / 2);
        const common = members.filter((member) => stronger.members.includes(member));
        return (
          stronger.category === category && keys.length >= least && common.length >= 0.75 * members.length
        );
      });
      expect(variants).toEqual([]);
    }
  });

  it('reports everything it has proven about Ballads', async () => {
    const { candidates } = await minedOf(sample, '--focus', 'Ballads');
    const [first] = candidates;
    expect(first!.facets.map(({ label }) => label).sort()).toEqual([
      ...['Ballads', 'Folklore', 'Masks', 'Puppetry', 'Street processions'],
    ]);
  });
});

describe('npm run mine on small files', () => {
  it('reads the three formats alike', async () => {
    const members = made();
    const csv = members.map(({ external_id, skills, interests, looking_for }) =>
      [external_id, skills.join(';'), interests.join(';'), looking_for.join(';')].join(','),
    );
    const files = await Promise.all([
      folder.write('made.ndjson', ndjson(members)),
      folder.write('made.json', JSON.stringify({ members }, null, 2)),
      folder.write('made.csv', `Member ID,Skills,Interests,Looking for\r\n${csv.join('\r\n')}\r\n`),
    ]);
    const [first, ...others] = await Promise.all(files.map(async (file) => minedOf(file, '--all')));
    for (const other of others) {
      expect(other).toEqual(first);
    }
    expectMembersAsInFile(first!, carriedIn(files[0]));
    const cluster = first!.candidates.find(({ basis }) => basis === 'beyond_chance')!;
    expect(cluster.facets.map(({ label }) => label).sort()).toEqual(['Cob building', 'Falconry', 'Grafting']);
    expect(cluster.members).toHaveLength(12);
    const wish = first!.candidates.find(({ basis }) => basis === 'wish');
    expect(wish?.sides).toEqual({ givers: cluster.members, seekers: ['p4', 'p34', 'p64'] });
  });

  it('accepts members as an import does: the last line counts, private and former members do not', async () => {
    const file = await folder.write(
      'import.ndjson',
      ndjson([
        { external_id: 'a', email: 'a@example.org', skills: ['Weaving'] },
        { external_id: 'b', skills: ['weaving'], is_public: 'no' },
        { external_id: 'c', skills: ['weaving'], membership_status: 'cancelled' },
        { email: 'd@example.org', skills: ['weaving'] },
        { email: 'E@example.org', skills: ['weaving'] },
        { external_id: 'f', email: 'a@example.org', skills: ['weaving'] },
        { external_id: 'a', skills: ['weaving'], email: 'a@example.org' },
        { external_id: 'e', email: 'e@example.org', skills: ['weaving', 'Write to me@example.org'] },
      ]),
    );
    const { code, stdout, stderr } = await mine(file, '--json');
    expect(code).toBe(0);
    const { members, facets, candidates } = Mined.parse(JSON.parse(stdout));
    expect([members, facets]).toEqual([4, 1]);
    expect(candidates.map((each) => each.members)).toEqual([['line 4', 'f', 'a', 'e']]);
    expect(candidates[0]!.facets[0]!.label).toBe('weaving');
    expect(stdout).not.toContain('@');
    expect(stderr).toMatch(
      /^1 line taken without what could not be used \(line 6\): email is that of line 1 too/m,
    );
  });

  it('merges the lines of one member as an import does, and counts nobody as public without an answer', async () => {
    const file = await folder.write(
      'twice.csv',
      [
        'id,skills,interests,is_public',
        'a,Weaving,,yes',
        'b,Weaving,,yes',
        'a,,Chess,yes',
        'c,Weaving,Chess,',
        'd,Weaving,Chess,yes',
        'b,,Chess,',
      ].join('\n'),
    );
    const { code, stdout, stderr } = await mine(file, '--json', '--all');
    expect(code).toBe(0);
    const { members, candidates } = Mined.parse(JSON.parse(stdout));
    expect(members).toBe(2);
    expect(candidates.flatMap((each) => each.members)).not.toContain('b');
    expect(stderr).toContain('2 members counted as not public');
    const all = await folder.write('all.csv', 'id,skills,interests\na,Weaving,\nb,Weaving,Chess\na,,Chess\n');
    expect(Mined.parse(JSON.parse((await mine(all, '--json')).stdout))).toMatchObject({
      members: 2,
      facets: 2,
    });
  });

  it('names a member without external_id by its position in a JSON list', async () => {
    const members = [1, 2, 3].map((at) => ({ email: `m${at}@example.org`, skills: ['weaving'] }));
    const file = await folder.write('items.json', JSON.stringify(members));
    expect((await minedOf(file)).candidates[0]!.members).toEqual(['item 1', 'item 2', 'item 3']);
  });

  it('counts rejected lines, lists the first few, and accepts all others', async () => {
    const bad = Array.from(
      { length: 8 },
      (_, at) => `{"external_id": "x${at}", "is_public": "perhaps"}\nno json\n`,
    );
    const file = await folder.write('bad.ndjson', bad.join('') + ndjson(made()));
    const { code, stdout, stderr } = await mine(file, '--json');
    expect(code).toBe(0);
    expect(Mined.parse(JSON.parse(stdout)).members).toBe(90);
    expect(stderr).toContain('8 lines could not be taken (lines 2, 4, 6, 8, 10, …): is not valid JSON');
    expect(stderr).toContain(
      '8 lines taken without what could not be used (lines 1, 3, 5, 7, 9, …): is_public "perhaps" is neither yes nor no',
    );
  });

  it('says that nothing stands out', async () => {
    const lone = await folder.write('lone.ndjson', ndjson(made().slice(0, 3)));
    expect(await mine(lone)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing stands out'),
    });
    const gone = await folder.write(
      'gone.ndjson',
      ndjson(made().map((each) => ({ ...each, is_public: false }))),
    );
    expect(await mine(gone)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nobody in it is analysed'),
    });
    expect(await minedOf(gone)).toEqual({ members: 0, facets: 0, tested: 0, candidates: [] });
  });

  it('removes control characters of labels from its output', async () => {
    const members = made().map((each) => ({ ...each, external_id: `${each.external_id}\u001b[2J` }));
    const steering = members.map((each) => ({
      ...each,
      skills: each.skills.map((label) => `\u001b]0;${label}`),
    }));
    const { stdout } = await mine(await folder.write('steering.ndjson', ndjson(steering)));
    expect(stdout).toContain('Falconry');
    expect(stdout).not.toContain('\u001b');
  });
});

const there = sharedData('README.md') !== undefined;
const real = there ? describe : describe.skip;
real(`npm run mine on real files${there ? '' : ' (skipped: ../shared/data is not there)'}`, () => {
  const fileOf = (name: string): string => sharedData(`${name}.ndjson`) ?? '';
  /** Number of members with a facet, according to the candidates. */
  const countsIn = ({ candidates }: Mined): Map<string, number> =>
    new Map(candidates.flatMap(({ facets }) => facets.map(({ key, in_community }) => [key, in_community])));

  it.each([
    [
      'groceries',
      9835,
      169,
      { 'whole milk': 2513, 'other vegetables': 1903, 'rolls buns': 1809, soda: 1715, yogurt: 1372 },
    ],
    ['dvs-2020', 1007, undefined, { excel: 587, tableau: 478, r: 331, python: 328 }],
    ['rse-2018', 997, undefined, { python: 704, 'c++': 349, c: 285, r: 268, javascript: 266, sql: 266 }],
    ['davis-southern-women', 18, 14, {}],
  ])(
    '%s: has the members, facets and counts it is known for, and each candidate its members',
    async (name, members, facets, counts) => {
      const carried = carriedIn(fileOf(name));
      const all = new Set([...carried.values()].flatMap((keys) => [...keys]));
      const mined = await minedOf(fileOf(name), '--all');
      expect(mined).toMatchObject({ members, facets: facets ?? all.size });
      const countsFound = countsIn(mined);
      const published = Object.entries(counts).filter(([skill]) => countsFound.has(`skill:${skill}`));
      expect(published.map(([skill]) => [skill, countsFound.get(`skill:${skill}`)])).toEqual(published);
      expect(published.length > 0).toBe(Object.keys(counts).length > 0);
      expectMembersAsInFile(mined, carried);
    },
  );

  it.each([
    ['herbs', 'root vegetables', 69],
    ['berries', 'whipped sour cream', 89],
  ])('finds in groceries that %s go with %s, as published', async (one, other, both) => {
    const keys = [`skill:${one}`, `skill:${other}`];
    const together = matching(carriedIn(fileOf('groceries')), { clauses: [{ at_least: 2, of: keys }] });
    expect(together).toHaveLength(both);
    const { candidates } = await minedOf(fileOf('groceries'), '--focus', one);
    const of = (facets: readonly { key: string }[]) =>
      keys.every((key) => facets.some((each) => each.key === key));
    expect(candidates.filter(({ basis }) => basis === 'beyond_chance').some(({ facets }) => of(facets))).toBe(
      true,
    );
  });
});
