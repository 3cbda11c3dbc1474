import { describe, expect, it } from '@jest/globals';
import { maximumAssigned, smallestLoad } from '../../test/assignment-by-highs.ts';
import { createRandom, sample } from '../../test/random.ts';
import { buildMembership } from '../membership/membership.ts';
import type { MemberFacets, Membership } from '../membership/membership.ts';
import { answersOf } from './answers.ts';
import { proposeIntroductions } from './propose-introductions.ts';
import type { KnownIntroduction, ProposedIntroduction } from './propose-introductions.ts';

const communityOf = (...facets: string[][]): Membership =>
  buildMembership(facets.map((listed, at) => ({ id: at + 1, facets: listed })));

const propose = (membership: Membership, known: readonly KnownIntroduction[] = [], most?: number) =>
  proposeIntroductions(membership, answersOf(membership.facets), {
    known,
    ...(most !== undefined && { most }),
  });

const pairsOf = (proposed: readonly ProposedIntroduction[]) =>
  proposed.map(({ seeker, giver, need }) => [seeker, giver, need.slice('looking_for:'.length)]);

const knownOf = (
  { seeker, giver, need, offer }: ProposedIntroduction,
  state: KnownIntroduction['state'],
): KnownIntroduction => ({ seeker, giver, need, offer, state });

/** A made-up community in which many look for what few have, and few for what many have. */
function madeUp(seed: number): MemberFacets[] {
  const random = createRandom(seed);
  const labels = 6 + Math.floor(random() * 14);
  const popularity = Array.from({ length: labels }, () => random() ** 2 * 0.4);
  const wanted = Array.from({ length: labels }, () => random() ** 2 * 0.3);
  return Array.from({ length: 20 + Math.floor(random() * 60) }, (_, at) => ({
    id: at + 1,
    facets: [
      ...popularity.flatMap((chance, label) => (random() < chance ? [`skill:s${label}`] : [])),
      ...popularity.flatMap((chance, label) => (random() < chance / 3 ? [`role:s${label}`] : [])),
      ...wanted.flatMap((chance, label) => (random() < chance ? [`looking_for:s${label}`] : [])),
      ...sample(random, 8, 3).map((label) => `interest:i${label}`),
    ],
  }));
}

/** Who could serve each seeker, by id, found without anything of the library. */
function serversOf(members: readonly MemberFacets[]): Map<number, Set<number>> {
  const gives = ({ facets }: MemberFacets, label: string) =>
    facets.includes(`skill:${label}`) || facets.includes(`role:${label}`);
  const found = new Map<number, Set<number>>();
  for (const seeker of members) {
    for (const wish of seeker.facets.filter((key) => key.startsWith('looking_for:'))) {
      const label = wish.slice('looking_for:'.length);
      if (!gives(seeker, label)) {
        const givers = members.filter((other) => gives(other, label)).map(({ id }) => id);
        givers.forEach((giver) => found.set(seeker.id, (found.get(seeker.id) ?? new Set()).add(giver)));
      }
    }
  }
  return found;
}

describe('proposeIntroductions', () => {
  it('names what the giver has, what both have, and a swap once', () => {
    const { proposed } = propose(
      communityOf(
        ['looking_for:a', 'skill:b', 'interest:x'],
        ['skill:a', 'role:a', 'looking_for:b', 'interest:x'],
        ['interest:y'],
      ),
    );
    expect(proposed).toEqual([
      {
        seeker: 1,
        giver: 2,
        need: 'looking_for:a',
        offer: 'skill:a',
        shared: ['interest:x'],
        mutual: true,
        seekers: 1,
        givers: 1,
      },
    ]);
  });

  it('introduces everybody before anybody twice, and each giver as rarely as can be', () => {
    const { proposed } = propose(
      communityOf(['looking_for:a', 'looking_for:b'], ['looking_for:a'], ['skill:a', 'skill:b'], ['skill:b']),
    );
    expect(pairsOf(proposed)).toEqual([
      [2, 3, 'a'],
      [1, 4, 'b'],
      [1, 3, 'a'],
    ]);
  });

  it('introduces nobody to whom has it already, and no two people for two things', () => {
    const { proposed } = propose(
      communityOf(
        ['looking_for:a', 'looking_for:b'],
        ['skill:a', 'skill:b'],
        ['looking_for:a', 'skill:a', 'interest:x'],
      ),
    );
    expect(pairsOf(proposed)).toEqual([[1, 2, 'b']]);
  });

  it('puts the greatest need first', () => {
    const { proposed } = propose(
      communityOf(
        ['looking_for:b'],
        ['looking_for:a'],
        ['looking_for:a'],
        ['skill:a'],
        ['skill:b'],
        ['skill:b'],
      ),
      [],
      2,
    );
    expect(pairsOf(proposed)).toEqual([
      [2, 4, 'a'],
      [3, 4, 'a'],
    ]);
  });

  it('proposes three at most for one seeker', () => {
    const skills = Array.from({ length: 6 }, (_, at) => `s${at}`);
    const community = communityOf(
      skills.map((skill) => `looking_for:${skill}`),
      ...skills.map((skill) => [`skill:${skill}`]),
    );
    const { proposed } = propose(community);
    expect(proposed).toHaveLength(3);
    expect(propose(community, [knownOf(proposed[0]!, 'open')]).proposed).toHaveLength(2);
  });

  it('proposes nothing new where nothing has changed, and tells that what is known holds', () => {
    const community = buildMembership(madeUp(3));
    const { proposed } = propose(community);
    expect(proposed.length).toBeGreaterThan(10);
    const again = propose(
      community,
      proposed.map((one) => knownOf(one, 'open')),
    );
    expect(again.proposed).toEqual([]);
    expect(again.known).toEqual(proposed.map(({ seekers, givers }) => ({ seekers, givers })));
  });

  it('proposes another giver once one was declined, and that one never again', () => {
    const community = communityOf(['looking_for:a'], ['skill:a'], ['skill:a']);
    const known: KnownIntroduction[] = [];
    for (const giver of [2, 3]) {
      const { proposed } = propose(community, known);
      expect(pairsOf(proposed)).toEqual([[1, giver, 'a']]);
      known.push(knownOf(proposed[0]!, 'declined'));
    }
    expect(propose(community, known).proposed).toEqual([]);
  });

  it('introduces two people for another need after one was declined, but not those of "never", either way round', () => {
    const community = communityOf(
      ['looking_for:a', 'looking_for:b', 'skill:c'],
      ['skill:a', 'skill:b', 'looking_for:c'],
    );
    const one = { seeker: 1, giver: 2, need: 'looking_for:a', offer: 'skill:a' };
    expect(pairsOf(propose(community, [{ ...one, state: 'declined' }]).proposed)).toEqual([[1, 2, 'b']]);
    expect(propose(community, [{ ...one, state: 'never' }]).proposed).toEqual([]);
  });

  it('leaves a need alone that somebody was met for', () => {
    const community = communityOf(['looking_for:a'], ['skill:a'], ['skill:a']);
    const met: KnownIntroduction = {
      seeker: 1,
      giver: 3,
      need: 'looking_for:a',
      offer: 'skill:a',
      state: 'met',
    };
    expect(propose(community, [met]).proposed).toEqual([]);
  });

  it('replaces what no longer holds', () => {
    const before = communityOf(['looking_for:a'], ['skill:a'], ['interest:x']);
    const [first] = propose(before).proposed;
    const now = communityOf(['looking_for:a'], ['interest:x'], ['skill:a']);
    const { proposed, known } = propose(now, [knownOf(first!, 'open')]);
    expect([known, pairsOf(proposed)]).toEqual([[null], [[1, 3, 'a']]]);
  });

  it('gives new seekers to those who are in few already', () => {
    const community = communityOf(['looking_for:a'], ['looking_for:a'], ['skill:a'], ['skill:a']);
    const open: KnownIntroduction = {
      seeker: 1,
      giver: 3,
      need: 'looking_for:a',
      offer: 'skill:a',
      state: 'open',
    };
    expect(pairsOf(propose(community, [open]).proposed)).toEqual([[2, 4, 'a']]);
  });

  it('gives nothing for a wish without answers, whoever has it', () => {
    const community = communityOf(['looking_for:a'], ['skill:a']);
    expect(proposeIntroductions(community, new Map()).proposed).toEqual([]);
  });

  it('does not depend on the order of members', () => {
    const members = madeUp(5);
    expect(propose(buildMembership(members.toReversed()))).toEqual(propose(buildMembership(members)));
  });

  it('serves everybody who can be served, and introduces no two people twice, in a hundred communities', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const members = madeUp(seed);
      const servers = serversOf(members);
      const { proposed } = propose(buildMembership(members));
      const pairs = proposed.map(({ seeker, giver }) => [seeker, giver].toSorted((a, b) => a - b).join(' '));
      expect([seed, new Set(pairs).size]).toEqual([seed, pairs.length]);
      for (const { seeker, giver } of proposed) {
        expect([seed, seeker, servers.get(seeker)?.has(giver)]).toEqual([seed, seeker, true]);
      }
      // in a swap both are served
      const served = new Set(
        proposed.flatMap(({ seeker, giver, mutual }) => (mutual ? [seeker, giver] : [seeker])),
      );
      expect([seed, [...servers.keys()].filter((seeker) => !served.has(seeker))]).toEqual([seed, []]);
    }
  });

  it('first uses as many givers, each as rarely, as an independent solver finds possible, in a hundred communities', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      // who looks for something gives nothing, so that there are no swaps, which serve two at once
      const members = madeUp(seed).map(({ id, facets }) => ({
        id,
        facets: facets.filter((key) => key.startsWith('looking_for:') === (id % 2 === 0)),
      }));
      const choices = [...serversOf(members).values()].map((givers) => [...givers]);
      const { proposed } = propose(buildMembership(members));
      const first = proposed.slice(0, choices.length);
      expect([seed, new Set(first.map(({ seeker }) => seeker)).size]).toEqual([seed, choices.length]);
      const loads = [...Map.groupBy(first, ({ giver }) => giver).values()].map((list) => list.length);
      expect([seed, loads.length]).toEqual([seed, await maximumAssigned(choices, [], 1)]);
      expect([seed, Math.max(...loads)]).toEqual([seed, await smallestLoad(choices, [])]);
    }
  });
});
