import { describe, expect, it } from '@jest/globals';
import { foldQuestion } from './fold.ts';

describe('foldQuestion', () => {
  it.each([
    ['Who taught you?', '  who  TAUGHT\tyou ?!'],
    ['What is your ﬁrst project?', 'What is your first project'],
    ['Où êtes-vous né ?', 'OÙ ÊTES-VOUS NÉ\u00a0?'],
  ])('folds %j and %j to the same question', (one, other) => {
    expect(foldQuestion(one)).toBe(foldQuestion(other));
  });

  it.each([
    ['Do you write C?', 'Do you write C++?'],
    ['Who taught you?', 'Whom taught you?'],
  ])('folds %j and %j differently', (one, other) => {
    expect(foldQuestion(one)).not.toBe(foldQuestion(other));
  });
});
