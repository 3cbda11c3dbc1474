import { describe, expect, it } from '@jest/globals';
import { ruleText } from './rule-text.ts';

const facets = [
  { key: 'skill:figma', label: 'Figma' },
  { key: 'skill:ux', label: 'UX' },
  { key: 'skill:prototyping', label: 'Prototyping' },
  { key: 'interest:tea', label: 'Tea' },
];
const keys = facets.map(({ key }) => key);

describe('ruleText', () => {
  it('says how many of which facets a member needs', () => {
    const textOf = (at_least: number, of: string[]): string[] =>
      ruleText({ clauses: [{ at_least, of }] }, facets);
    expect(textOf(1, keys.slice(0, 1))).toEqual(['Members who list Figma.']);
    expect(textOf(2, keys.slice(0, 2))).toEqual(['Members who list both Figma and UX.']);
    expect(textOf(2, keys.slice(0, 3))).toEqual([
      'Members who list at least 2 of Figma, UX, or Prototyping.',
    ]);
    expect(textOf(1, ['skill:figma', 'interest:tea'])).toEqual([
      'Members who have any of Figma (skill) or Tea (interest).',
    ]);
  });

  it('joins clauses, and falls back to the key of a facet without a label', () => {
    const clauses = [
      { at_least: 1, of: ['interest:tea'] },
      { at_least: 1, of: ['location:bath'] },
    ];
    expect(ruleText({ clauses }, facets)).toEqual([
      'Members who are interested in Tea, and who live in bath.',
    ]);
  });

  it('says who is left out', () => {
    const clauses = [{ at_least: 1, of: ['skill:figma'] }];
    expect(ruleText({ clauses, none_of: ['skill:ux', 'skill:prototyping'] }, facets)).toEqual([
      'Members who list Figma, without those who list any of UX or Prototyping.',
    ]);
  });

  it('describes both sides of a collaboration', () => {
    const side = (key: string) => ({ clauses: [{ at_least: 1, of: [key] }] });
    expect(ruleText({ givers: side('skill:ux'), seekers: side('looking_for:ux') }, facets, 'wish')).toEqual([
      'Can give: members who list UX.',
      'Look for it: members who look for ux.',
    ]);
    expect(ruleText({ givers: side('skill:ux'), seekers: side('interest:tea') }, facets, 'share')).toEqual([
      'One side: members who list UX.',
      'The other: members who are interested in Tea.',
    ]);
  });
});
