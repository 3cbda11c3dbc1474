import { describe, expect, it } from '@jest/globals';
import { SensitiveWords, Vocabulary, facetsOf, foldLabel } from '@warren/facets';
import { englishCommon, englishRelations } from './bank/english.ts';
import { germanCommon, germanRelations } from './bank/german.ts';
import { plans, writeCommunity } from './communities.ts';
import type { Said, WrittenMember } from './communities.ts';

const relations = [...englishRelations, ...germanRelations];
const vocabulary = new Vocabulary();
const sentences = relations.flatMap(({ has, needs }) => [...has.sentences, ...needs.sentences]);
const commons = [...englishCommon, ...germanCommon].flatMap((common) => common.sentences);

/** Beginnings of the words of sentences that may carry their meaning: of five letters and more. */
function stemsOf(some: readonly string[]): Set<string> {
  const plain = some.join(' ').replaceAll(/\{\w+\}/g, '');
  return new Set(
    foldLabel(plain)
      .match(/\p{L}{5,}/gu)
      ?.map((word) => word.slice(0, 6)),
  );
}
/** The labels that are read in a sentence, whatever they say of who writes it. */
function labelsIn(sentence: string): string[] {
  const nothing = {
    skills: [],
    interests: [],
    all_traits: [],
    role: '',
    roles: [],
    company: '',
    location: '',
  };
  const member = { ...nothing, bio: sentence, looking_for: [sentence], prompt_responses: [] };
  return facetsOf(member, vocabulary).map(({ key }) => key.slice(key.indexOf(':') + 1));
}

/** Words that say nothing of a relation. */
const small = new Set(
  'until somebo nobody others before behind other where there their could would never which after about against meine meinem keiner niemand jemand etwas immer andere anderen steht einen einem mehr nicht'.split(
    ' ',
  ),
);

describe('the sentences of made-up texts', () => {
  it('are at least five on either side of at least twelve relations, each once', () => {
    expect(relations.length).toBeGreaterThanOrEqual(12);
    for (const { has, needs } of relations) {
      expect(Math.min(has.sentences.length, needs.sentences.length)).toBeGreaterThanOrEqual(5);
    }
    expect(new Set([...sentences, ...commons]).size).toBe(sentences.length + commons.length);
  });

  it.each(relations)('have no word in common on the two sides of $label', ({ has, needs }) => {
    const common = [...stemsOf(has.sentences)].filter((stem) => stemsOf(needs.sentences).has(stem));
    expect(common.filter((stem) => !small.has(stem))).toEqual([]);
  });

  it.each(relations)('have no facet in common on the two sides of $label', ({ has, needs }) => {
    const facets = [has, needs].map((side) => new Set(side.sentences.flatMap(labelsIn)));
    expect([...(facets[0] ?? [])].filter((label) => facets[1]?.has(label))).toEqual([]);
  });

  it('say nothing sensitive', () => {
    const words = new SensitiveWords();
    const all = [
      ...sentences,
      ...commons,
      ...relations.flatMap(({ distractors }) => Object.values(distractors)),
    ];
    expect(all.filter((sentence) => words.in(sentence).length > 0)).toEqual([]);
  });
});

describe.each(plans)('the made-up community $name', (plan) => {
  const { members, truth } = writeCommunity(plan, 4711);
  const textOf = (member: WrittenMember, field: Said['field']): string =>
    field === 'bio'
      ? member.bio
      : field === 'looking_for'
        ? member.looking_for.join('\n')
        : member.prompt_responses.map(({ response }) => response).join('\n');
  const stands = ({ external_id, field, quote }: Said): boolean =>
    members.some((member) => member.external_id === external_id && textOf(member, field).includes(quote));

  it('is the same for the same seed, and another for another', () => {
    expect(writeCommunity(plan, 4711)).toEqual({ name: plan.name, members, truth });
    expect(writeCommunity(plan, 4712).members).not.toEqual(members);
  });

  it('has every sentence of its truth letter for letter, and members who write and list nothing', () => {
    const said = [...truth.themes, ...truth.common].flatMap(({ carriers }) => carriers);
    expect([...said, ...truth.distractors].filter((each) => !stands(each))).toEqual([]);
    expect(members).toHaveLength(plan.members);
    expect(members.filter(({ bio }) => bio === '')).toEqual([]);
  });

  it('has nobody on both sides of a relation, nor near one that he or she is of', () => {
    for (const label of new Set(truth.themes.map((theme) => theme.label))) {
      const of = truth.themes.filter((theme) => theme.label === label).flatMap(({ carriers }) => carriers);
      const near = truth.distractors.filter((each) => each.label === label);
      const ids = of.map(({ external_id }) => external_id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(near.filter(({ external_id }) => ids.includes(external_id))).toEqual([]);
    }
  });
});
