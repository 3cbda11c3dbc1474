import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FacetKind } from '@warren/contracts';
import { SensitiveWords, Vocabulary, facetsOf } from '@warren/facets';
import type { FacetSource } from '@warren/facets';
import { mergeLine, newMember, openMembers } from '@warren/member-files';

const folder = resolve(import.meta.dirname, '../../../../shared/data');
/** The files lie beside a checkout and are not part of it. */
const whereThereIsData = existsSync(folder) ? describe : describe.skip;

const vocabulary = new Vocabulary();
const without = new SensitiveWords();

async function membersOf(name: string): Promise<FacetSource[]> {
  const source = { open: () => createReadStream(resolve(folder, `${name}.ndjson`)) };
  const members: FacetSource[] = [];
  const reading = await openMembers(source);
  for await (const batch of reading.members()) {
    for (const read of batch) {
      if (!('member' in read)) {
        throw new Error(JSON.stringify(read));
      }
      members.push(mergeLine(newMember(), read.member, 'keep').profile);
    }
  }
  return members;
}

function facetCounts(members: readonly FacetSource[], kind: FacetKind): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) {
    for (const facet of facetsOf(member, vocabulary, { without })) {
      if (facet.kind === kind) {
        counts.set(facet.key, (counts.get(facet.key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Number of members who write a label; case matters only if `exact`. */
function rawCounts(labelsOf: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const labels of labelsOf) {
    for (const label of new Set(labels)) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return counts;
}

function sorted(counts: ReadonlyMap<string, number>): number[] {
  return [...counts.values()].sort((a, b) => b - a);
}

function total(counts: ReadonlyMap<string, number>): number {
  return sorted(counts).reduce((sum, count) => sum + count, 0);
}

whereThereIsData(
  'facet counts of real communities (skipped without the data folder beside the checkout)',
  () => {
    it('agrees with the survey of 1,007 people who make charts', async () => {
      const members = await membersOf('dvs-2020');
      expect(members).toHaveLength(1007);
      const skills = facetCounts(members, 'skill');
      expect(skills.get('skill:excel')).toBe(587);
      expect(skills.get('skill:tableau')).toBe(478);
      expect(skills.get('skill:r')).toBe(331);
      expect(skills.get('skill:python')).toBe(328);
      expect(skills.get('skill:d3.js')).toBe(307);
      expect(sorted(skills)).toEqual(sorted(rawCounts(members.map((member) => member.skills))));
      expect(sorted(facetCounts(members, 'interest'))).toEqual(
        sorted(rawCounts(members.map((member) => member.interests))),
      );
      expect(sorted(facetCounts(members, 'trait'))).toEqual(
        sorted(rawCounts(members.map((member) => member.all_traits))),
      );
      expect(members.filter((member) => member.looking_for.length > 0)).toHaveLength(909);
      const wishes = facetCounts(members, 'looking_for');
      expect(wishes.get('looking_for:improving my design skills')).toBe(454);
      expect(wishes.get('looking_for:improving my data skills')).toBe(319);
      // "(Manager, Director, VP, etc)" and "(Manager, Director, VP, etc.)" are one role: 126 + 9.
      expect(facetCounts(members, 'role').get('role:leadership manager director vp etc')).toBe(135);
    });

    it('agrees with the survey of 997 research software engineers', async () => {
      const members = await membersOf('rse-2018');
      const skills = facetCounts(members, 'skill');
      const expected = {
        python: 704,
        'c++': 349,
        c: 285,
        r: 268,
        javascript: 266,
        sql: 266,
        java: 201,
        'c#': 73,
        'vb.net': 9,
      };
      for (const [label, count] of Object.entries(expected)) {
        expect([label, skills.get(`skill:${label}`)]).toEqual([label, count]);
      }
      expect(sorted(skills)).toEqual(sorted(rawCounts(members.map((member) => member.skills))));
      const places = rawCounts(members.map((member) => [member.location].filter(Boolean)));
      expect(sorted(facetCounts(members, 'location'))).toEqual(sorted(places));
      // Some write disciplines in capitals; they are the same disciplines.
      const disciplines = rawCounts(
        members.map((member) => member.interests.map((label) => label.toLowerCase())),
      );
      expect(sorted(facetCounts(members, 'interest'))).toEqual(sorted(disciplines));
    });

    it('agrees with the published counts of 9,835 baskets', async () => {
      const members = await membersOf('groceries');
      const items = facetCounts(members, 'skill');
      expect(items.size).toBe(169);
      expect(total(items)).toBe(43_367);
      expect(items.get('skill:whole milk')).toBe(2513);
      expect(items.get('skill:other vegetables')).toBe(1903);
      expect(items.get('skill:rolls buns')).toBe(1809);
      expect(items.get('skill:soda')).toBe(1715);
      expect(items.get('skill:yogurt')).toBe(1372);
      const raw = rawCounts(members.map((member) => member.skills));
      for (const [label, count] of raw) {
        const key = `skill:${vocabulary.canonical(vocabulary.fold(label))}`;
        expect([label, items.get(key)]).toEqual([label, count]);
      }
    });

    it('keeps the fourteen events of the eighteen women', async () => {
      const events = facetCounts(await membersOf('davis-southern-women'), 'interest');
      expect(events.size).toBe(14);
      expect(events.get('interest:e8')).toBe(14);
      expect(total(events)).toBe(89);
    });
  },
);
