import { expect, it } from '@jest/globals';
import { inFirstPerson } from './first-person.ts';

it.each([
  ['They keep their faith to themselves.', 'we keep our faith to ourselves.'],
  ['Zij hebben hun geloof verloren.', 'wij hebben ons geloof verloren.'],
  ['Sus hijas vuelven solas.', 'mis hijas vuelven solas.'],
  ['Sie sprechen über ihre Kinder.', 'wir sprechen über unsere Kinder.'],
  ['Leurs enfants, leur maison.', 'nos enfants, notre maison.'],
  ['Theatre and their hungry heroes', 'Theatre and our hungry heroes'],
  ['An evening of their kind', 'An evening of their kind'],
])('says %j as those would whom it is about', (text, own) => {
  expect(inFirstPerson(text)).toBe(own);
});
