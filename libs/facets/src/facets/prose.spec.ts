import { describe, expect, it } from '@jest/globals';
import { ProseIndex } from './prose.ts';
import { Vocabulary } from './vocabulary.ts';

const vocabulary = new Vocabulary();
const prose = ProseIndex.of(vocabulary);

function found(text: string, index = prose): string[] {
  return index.mentions(text).map((mention) => mention.canonical);
}

describe('finding skills in prose', () => {
  it('finds labels and aliases as whole words, longest first', () => {
    expect(
      found('I would love to meet somebody who does web design, screenprinting and k8s at night'),
    ).toEqual(['web design', 'screen printing', 'kubernetes']);
    expect(found('All my javascriptish carpentering has ended for now, sadly')).toEqual([]);
  });

  it('does not join words across punctuation', () => {
    expect(found('We are weak on the web. Design is what we like least of all')).not.toContain('web design');
  });

  it('finds one-letter and everyday names only in their own case, not at the start of a sentence', () => {
    expect(found('Help me learn Go or Rust or C or R')).toEqual(['go', 'rust', 'c', 'r']);
    expect(found('I go to places with rust on the roof and make art of it')).toEqual([]);
    expect(found('Go with me where nobody went before')).toEqual([]);
    expect(found('Any go developer around who could help me out')).toEqual(['go']);
    expect(found('Plan C is some R&D with vitamin C and a lot of hope')).toEqual([]);
    expect(found('My pr people say us folks are in it together')).toEqual([]);
    expect(found('We need PR for our shop')).toEqual(['public relations']);
    expect(found('After signing it we were weaving through the crowd, running the show')).toEqual([]);
    expect(found('Fluent in signing, and fond of weaving')).toEqual(['sign language', 'weaving']);
  });

  it('finds the labels of the community too, but no common words', () => {
    const index = new ProseIndex(vocabulary, ['Hedge laying', 'people', 'Kintsugi', 'UX', '!!']);
    expect(found('Want people for hedge-laying and UX and kintsugi', index)).toEqual([
      'hedge laying',
      'user experience',
      'kintsugi',
    ]);
  });
});
