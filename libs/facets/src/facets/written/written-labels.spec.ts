import { describe, expect, it } from '@jest/globals';
import { ProseIndex } from '../prose.ts';
import { Vocabulary } from '../vocabulary.ts';
import { answeredLabels, writtenLabels } from './written-labels.ts';

const vocabulary = new Vocabulary();
const english = ProseIndex.of(vocabulary);
const german = new ProseIndex(vocabulary, ['Schweißen', 'Töpfern', 'Tischlerin', 'Klavier']);

function said(text: string, prose = english): string[] {
  return writtenLabels(text, vocabulary, prose).map(({ says, canonical }) => `${says} ${canonical}`);
}

describe('writtenLabels', () => {
  it('tells what a writer does, likes, is and seeks', () => {
    expect(said('I weld, and I do screenprinting.')).toEqual(['does welding', 'does screen printing']);
    expect(said('I love jazz.')).toEqual(['likes jazz']);
    expect(said('I am a composer.')).toEqual(['is music composition']);
    expect(said('Carpenter by trade.')).toEqual(['is carpentry']);
    expect(said('I would love to learn welding.')).toEqual(['needs welding']);
    expect(said('I am looking for somebody who welds.')).toEqual(['needs welding']);
  });

  it('quotes the whole sentence, letter for letter', () => {
    const text = 'Hi!  I teach screen-printing — on Sundays,\nmostly. I weld…';
    const quotes = writtenLabels(text, vocabulary, english).map(({ quote }) => quote);
    expect(quotes).toContain('I teach screen-printing — on Sundays,');
    expect(quotes.every((quote) => text.includes(quote))).toBe(true);
  });

  it.each([
    ['a negation', "I don't do pottery."],
    ['the past', 'I used to do pottery.'],
    ['somebody else', 'My wife does pottery.'],
    ['something owned by somebody else', "I admire my wife's pottery."],
    ['a possibility', 'Maybe I will do pottery.'],
    ['what the sentence denies elsewhere', 'I write poetry about pottery, I do no pottery.'],
    ['a question', 'Pottery? Never mind.'],
    ['an everyday verb', 'Weaving through traffic is what I do.'],
    ['a word that only describes another', 'I own a pottery wheel.'],
  ])('reads nothing from %s', (_what, text) => {
    expect(said(text).filter((label) => /pottery|weaving/.test(label))).toEqual([]);
  });

  it('reads German, with the forms of its verbs', () => {
    expect(said('Ich töpfere und suche jemanden, der schweißen kann.', german)).toEqual([
      'does töpfern',
      'needs schweissen',
    ]);
    expect(said('Ich bin Tischlerin. Klavier spiele ich nicht mehr.', german)).toEqual(['is tischlerin']);
    expect(said('Meine Tochter spielt Klavier, früher habe ich geschweißt.', german)).toEqual([]);
  });

  it('says nothing of languages that it does not know', () => {
    expect(said('Je ne fais plus de yoga. Mi hija hace yoga.')).toEqual([]);
  });
});

describe('answeredLabels', () => {
  const answered = (prompt: string, response: string): string[] =>
    answeredLabels({ prompt, response }, vocabulary, english).map(
      ({ says, canonical }) => `${says} ${canonical}`,
    );

  it('reads whole sentences alone: what a fragment says depends on the question', () => {
    expect(answered('What could you teach?', 'Welding.')).toEqual([]);
    expect(answered('What could you teach?', 'I teach welding.')).toEqual(['does welding']);
  });

  it('reads nothing but wishes from an answer to what somebody wants', () => {
    expect(answered('What would you like to learn?', 'I love welding. I need help with pottery.')).toEqual([
      'needs pottery',
    ]);
  });
});
