import { describe, expect, it } from '@jest/globals';
import { isPlaceholder, withoutOther } from './placeholders.ts';
import { textReader } from './text-reader.ts';

describe('isPlaceholder', () => {
  it.each(
    (
      'N/A|n/a|NA|n.a.|#N/A|#REF!|NULL|null|nil|None|none|none.|-|–|—|--|.|..|…|?|???|x|k. A.|k.A.|keine|Keine Angabe|' +
      'nichts|aucun|Aucune|néant|ninguno|ninguna|nessuno|nessuna|geen|n.v.t.|nvt|nenhum|Other|other (please specify)|' +
      "Other (please specify):|Prefer not to say|I don’t know|I don't know|not applicable|Not sure|see above|TBD|" +
      'no skills|nothing|Nothing!|None of the above|All of the above|Keine davon|weiß nicht|Möchte ich nicht sagen|' +
      'Je ne sais pas|Sans réponse|No aplica|Non so|Weet ik niet|Não sei|(none)|[none]|none yet|etc.|usw.'
    ).split('|'),
  )('says that %s is one, as a label', (text) => {
    expect(isPlaceholder(text, 'label')).toBe(true);
  });

  it.each(
    'C|R|Go|AI|No code|Nothing but thieves (band)|Geen stijl|K-pop|X-ray|Otherworldly|Nature|C#|.NET|+|♥|🎸|42|Null modelling|Rien ne va plus|Noneuclidean geometry|Testing|Notary'
      .split('|')
      .filter((text) => text !== '+'),
  )('says that %s is none', (text) => {
    expect(isPlaceholder(text, 'label')).toBe(false);
  });

  it('asks more of a name than of a label', () => {
    for (const name of ['None', 'Nil', 'Null', 'Na', 'Nada', 'Test', 'Otto']) {
      expect([name, isPlaceholder(name, 'name')]).toEqual([name, false]);
    }
    for (const none of ['N/A', '-', 'NULL', '?']) {
      expect([none, isPlaceholder(none, 'name')]).toEqual([none, true]);
    }
  });

  it('keeps the country NA in a column of codes', () => {
    expect(textReader(['DE', 'NA', 'FR', 'US', 'GB'], 'place')('NA')).toBe('NA');
    expect(textReader(['Leeds', 'NA', 'York'], 'place')('NA')).toBe('');
    expect(textReader(['DE', 'NA', 'FR', 'US', 'GB'], 'place')('n/a')).toBe('');
  });
});

describe('withoutOther', () => {
  it.each([
    ['Other: Falconry', 'Falconry'],
    ['Sonstiges: Falknerei', 'Falknerei'],
    ['Other (please specify): Falconry', 'Falconry'],
    ['Autre : fauconnerie', 'fauconnerie'],
    ['Other', 'Other'],
    ['Otherness: a study', 'Otherness: a study'],
  ])('reads %s as %s', (text, expected) => {
    expect(withoutOther(text)).toBe(expected);
  });
});
