import { describe, expect, it } from '@jest/globals';
import { denies, keepsDistance, turningWord } from './turning-words.ts';
import { wholeSentences } from './whole-sentences.ts';

function turnedBy(sentence: string, part: string): string | undefined {
  const at = sentence.indexOf(part);
  return turningWord(sentence, at, at + part.length)?.toLowerCase();
}

describe('turningWord', () => {
  it.each([
    ['I would never, whatever they pay, weld for a living.', 'weld for a living', 'never'],
    ['I do not trust the committee.', 'trust the committee', 'not'],
    ['If only clients paid on time.', 'clients paid on time', 'if only'],
    ['I used to keep bees until the winter.', 'keep bees', 'used to'],
    ['My neighbour brews cider, I only carry the apples.', 'brews cider', 'my neighbour'],
    ['The council says the path is safe.', 'the path is safe', 'council says'],
    ['I could code once.', 'I could code', 'once'],
    ['I could lead the walks, but I will not.', 'I could lead the walks', ', but i will not.'],
    ['Ich kann nicht singen.', 'singen', 'nicht'],
    ['Auf den Bus ist kein Verlass.', 'Auf den Bus ist', 'kein'],
    ['Reden mag ich weniger.', 'Reden mag ich', 'weniger'],
    ['Mein Bruder spielt Orgel.', 'spielt Orgel', 'mein bruder'],
  ])('finds in "%s" what turns "%s"', (sentence, part, word) => {
    expect(turnedBy(sentence, part)).toBeDefined();
    expect(word).toContain(turnedBy(sentence, part));
  });

  it.each([
    ['I do not own a car, but I bake every Sunday.', 'I bake every Sunday'],
    ['I no longer weld, my eyes are tired of it.', 'my eyes are tired of it'],
    ['Finishing is my thing, starting is not.', 'Finishing is my thing'],
    ['I read contracts for fun, which nobody believes.', 'I read contracts for fun'],
    ['Ohne Auto geht es nicht, aber ich fahre gern.', 'ich fahre gern'],
    ['I never lend chisels', 'I never lend chisels'],
  ])('finds nothing in "%s" that turns "%s"', (sentence, part) => {
    expect(turnedBy(sentence, part)).toBeUndefined();
  });
});

it('a sentence keeps its distance where it denies, seeks or speaks of others; only denying is denying', () => {
  expect(['They no longer weld', 'Sie suchen Tischler', 'Their brothers fish'].map(keepsDistance)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['They weld', 'Sie tischlern gern'].some(keepsDistance)).toBe(false);
  expect([denies('They look for welders'), denies('They never weld')]).toEqual([false, true]);
});

it('whole sentences are the text; a wrapped line ends none', () => {
  const text = 'I weld\nat night. [name] taught me.\nSeldom, though';
  expect(wholeSentences(text)).toEqual(['I weld\nat night. ', '[name] taught me.\n', 'Seldom, though']);
});
