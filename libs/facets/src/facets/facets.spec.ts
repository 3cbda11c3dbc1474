import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FacetKey } from '@warren/contracts';
import { facetsOf } from './facets.ts';
import type { FacetSource } from './facets.ts';
import { Vocabulary } from './vocabulary.ts';

const vocabulary = new Vocabulary();

function profile(fields: Partial<FacetSource>): FacetSource {
  return {
    skills: [],
    interests: [],
    looking_for: [],
    all_traits: [],
    role: '',
    roles: [],
    company: '',
    location: '',
    bio: '',
    prompt_responses: [],
    ...fields,
  };
}

function keys(fields: Partial<FacetSource>): string[] {
  return facetsOf(profile(fields), vocabulary).map((facet) => facet.key);
}

describe('facets of a member', () => {
  it('have the trade that stands in place of a company as a role, and no company', () => {
    expect(keys({ company: 'Composer' })).toEqual(['role:composer']);
    expect(keys({ company: 'Composer', role: 'composer' })).toEqual(['role:composer']);
    expect(keys({ company: 'Mason & Sons' })).toEqual([]);
    expect(keys({ company: 'Python' })).toEqual([]);
  });

  it('leave out what a filter does, asked once for each spelling', () => {
    const asked: string[] = [];
    const without = {
      isSensitiveFacet: (key: string, label: string) => {
        asked.push(`${key}/${label}`);
        return key.endsWith('felt');
      },
      removeFrom: (text: string) => text,
    };
    const member = profile({ skills: ['Felt', 'Silk'], looking_for: ['felt'] });
    const read = () => facetsOf(member, vocabulary, { without }).map(({ key }) => key);
    expect(read()).toEqual(['skill:silk']);
    expect(read()).toEqual(['skill:silk']);
    expect(asked).toEqual(['skill:felt/Felt', 'skill:silk/Silk', 'looking_for:felt/felt']);
    expect(keys({ skills: ['Felt'] })).toEqual(['skill:felt']);
  });

  it('have unique keys, in the order of kinds, labelled as first written', () => {
    const facets = facetsOf(
      profile({
        location: 'Ashland, Oregon',
        roles: ['Maker', 'maker'],
        role: 'Web Developer',
        all_traits: ['patient'],
        looking_for: ['UX'],
        interests: ['ux'],
        skills: ['JS', ' C++ ', 'Javascript', 'UX'],
      }),
      vocabulary,
    );
    expect(facets).toEqual([
      { key: 'skill:javascript', kind: 'skill', label: 'JS' },
      { key: 'skill:c++', kind: 'skill', label: 'C++' },
      { key: 'skill:user experience', kind: 'skill', label: 'UX' },
      { key: 'interest:user experience', kind: 'interest', label: 'ux' },
      { key: 'looking_for:user experience', kind: 'looking_for', label: 'UX' },
      { key: 'trait:patient', kind: 'trait', label: 'patient' },
      { key: 'role:web developer', kind: 'role', label: 'Web Developer' },
      { key: 'role:maker', kind: 'role', label: 'Maker' },
      { key: 'location:ashland or', kind: 'location', label: 'Ashland, Oregon' },
    ]);
  });

  it('exclude entries with contact details', () => {
    const skills = ['Node.js', 'me@example.org', 'call 541 555 0142', 'ASP.NET', 'www.example.org'];
    expect(keys({ skills, looking_for: ['@maya_c'] })).toEqual(['skill:node.js', 'skill:asp.net']);
  });

  it('exclude a trait that is one of the member’s own skills or interests', () => {
    expect(
      keys({ skills: ['JS'], interests: ['Hiking'], all_traits: ['JavaScript', 'hike', 'curious'] }),
    ).toEqual(['skill:javascript', 'interest:hiking', 'trait:curious']);
  });

  it('exclude texts and empty labels', () => {
    expect(keys({ skills: ['x'.repeat(101), '—', ' ', 'y'.repeat(100)] })).toEqual([
      `skill:${'y'.repeat(100)}`,
    ]);
  });

  it('include skills in a wish written as prose', () => {
    expect(
      keys({ looking_for: ['I need someone who helps with bookkeeping and grant writing for my studio'] }),
    ).toEqual(['looking_for:bookkeeping', 'looking_for:grant writing']);
  });

  it('include what a wish offers as a skill, and what it refuses as nothing', () => {
    expect(
      keys({
        skills: ['Grafting'],
        looking_for: ['Happy to teach welding or grafting', 'no longer looking for a drummer', 'Biete Kost'],
      }),
    ).toEqual(['skill:grafting', 'skill:welding']);
  });

  it('exclude the wishes of sentences that a filter leaves out', () => {
    const without = {
      isSensitiveFacet: () => false,
      removeFrom: (text: string) => text.replace(/[^.]*hospital[^.]*[.]/, ''),
    };
    const looking_for = ['Somebody who can weld a frame for my hospital bed. Also help with bookkeeping.'];
    expect(facetsOf(profile({ looking_for }), vocabulary, { without }).map(({ key }) => key)).toEqual([
      'looking_for:bookkeeping',
    ]);
  });

  describe('written in texts', () => {
    const bio =
      'I weld, and I love jazz. I am a composer. My wife weaves. I would love to learn pottery. Welding is my passion.';

    it('are those of a member who lists neither skills nor interests, with their sentences', () => {
      expect(facetsOf(profile({ bio, looking_for: ['Yoga'], role: 'Composer' }), vocabulary)).toEqual([
        { key: 'skill:welding', kind: 'skill', label: 'welding', quote: 'I weld, and I love jazz.' },
        { key: 'interest:jazz', kind: 'interest', label: 'jazz', quote: 'I weld, and I love jazz.' },
        { key: 'looking_for:yoga', kind: 'looking_for', label: 'Yoga' },
        {
          key: 'looking_for:pottery',
          kind: 'looking_for',
          label: 'pottery',
          quote: 'I would love to learn pottery.',
        },
        { key: 'role:composer', kind: 'role', label: 'Composer' },
      ]);
      expect(keys({ bio, skills: ['Knitting'] })).toEqual(['skill:knitting']);
      expect(keys({ bio, interests: ['Knitting'] })).toEqual(['interest:knitting']);
    });

    it('include those of answers', () => {
      const prompt_responses = [{ prompt: 'What could you teach?', response: 'I teach sewing.' }];
      expect(keys({ prompt_responses })).toEqual(['skill:sewing']);
    });

    it('exclude sentences with contact details, and those that a filter leaves out', () => {
      expect(keys({ bio: 'I weld, write to me@example.org. I sew.' })).toEqual(['skill:sewing']);
      const without = {
        isSensitiveFacet: () => false,
        removeFrom: (text: string) => text.replace('I weld since the burnout.', ''),
      };
      const read = facetsOf(profile({ bio: 'I weld since the burnout. I sew.' }), vocabulary, { without });
      expect(read.map(({ key }) => key)).toEqual(['skill:sewing']);
      const prompt_responses = [{ prompt: 'I weld since the burnout. And you?', response: 'I sew.' }];
      expect(facetsOf(profile({ prompt_responses }), vocabulary, { without })).toEqual([]);
    });
  });

  it('have valid, distinct keys for any profile', () => {
    const label = fc.string({
      unit: fc.constantFrom('C', '+', '#', ' ', '.', 'ﷺ', 'é', '-', 'x', '🎸'),
      maxLength: 20,
    });
    const labels = fc.array(label, { maxLength: 8 });
    fc.assert(
      fc.property(labels, labels, labels, label, (skills, looking_for, all_traits, location) => {
        const found = keys({ skills, looking_for, all_traits, location });
        expect(new Set(found).size).toBe(found.length);
        for (const key of found) {
          expect(FacetKey.parse(key)).toBe(key);
        }
      }),
    );
  });
});
