import { expect, it } from '@jest/globals';
import { foldName } from './fold-name.ts';

it('folds case, Unicode form and white space, and nothing else', () => {
  expect(foldName('  Maps \n on the  WEB ')).toBe('maps on the web');
  expect(foldName('Cafe\u0301')).toBe(foldName('CAFÉ'));
  expect(foldName('ﬁlm')).toBe('film');
  expect(foldName('STRASSE')).toBe(foldName('Straße'));
  expect(foldName('ΟΔΟΣ')).toBe(foldName('Οδός'.normalize('NFD').replace(/\p{M}/gu, '')));
  expect(foldName('C++')).not.toBe(foldName('C'));
});
