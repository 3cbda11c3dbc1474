import { describe, expect, it } from '@jest/globals';
import { ProseIndex } from './prose.ts';
import { Vocabulary } from './vocabulary.ts';
import { wishesOf } from './wishes.ts';

const vocabulary = new Vocabulary();
const prose = ProseIndex.of(vocabulary);

function wishes(entry: string, index = prose): string[] {
  return wishesOf(entry, vocabulary, index).wishes.map((wish) => wish.canonical);
}

describe('wishesOf', () => {
  it('keeps a label or a short entry as it is', () => {
    expect(wishes('JS')).toEqual(['javascript']);
    expect(wishes('C')).toEqual(['c']);
    expect(wishes('New kite friends nearby')).toEqual(['new kite friends nearby']);
    expect(wishes('Improving my design skills')).toEqual(['improving my design skills']);
  });

  it('takes no word for a refusal that only begins like one', () => {
    for (const entry of [
      'Pastel drawing',
      'Passive house design',
      'No-knead bread',
      'Biedermeier restoration',
    ]) {
      expect(wishes(entry)).not.toEqual([]);
    }
    for (const entry of ['no bread', 'plus besoin de rien', 'pas de vélo', 'nothing']) {
      expect(wishes(entry)).toEqual([]);
    }
  });

  it('extracts what a short entry asks for', () => {
    expect(wishes('help with React')).toEqual(['react']);
    expect(wishes('a drummer')).toEqual(['drums']);
    expect(wishes('React and Vue')).toEqual(['react', 'vue']);
    expect(wishes('guitar teacher')).toEqual(['guitar']);
    expect(wishes('running buddies')).toEqual(['running']);
  });

  it('reads a longer entry as prose, unless it is a label of the community', () => {
    const entry = 'Someone who can bring a photographer and a web site builder to us';
    expect(wishes(entry)).toEqual(['photography']);
    expect(wishes(entry, new ProseIndex(vocabulary, [entry]))).toEqual([vocabulary.fold(entry)]);
  });

  it('keeps a long entry without a label as it is: many may write it alike', () => {
    const entry = 'Learning a new technical tool or library';
    expect(wishes(entry)).toEqual([vocabulary.fold(entry)]);
  });

  it('falls back to what is asked for, whatever for, where and of whom', () => {
    const composers = [
      'composer',
      'a composer',
      'composer for a short film',
      'Composer (strings)',
      'composer: strings',
    ];
    for (const entry of composers) {
      expect(wishes(entry)).toEqual(['music composition']);
    }
    expect(wishes('someone who can weld')).toEqual(['welding']);
    expect(wishes('somebody who weaves rugs')).toEqual(['weaving']);
    expect(wishes('somebody to teach my eldest welding')).toEqual(['welding']);
    expect(wishes('bookkeeping, it is all in a carrier bag')).toEqual(['bookkeeping']);
    expect(wishes('luthier for old guitars')).toEqual(
      ['luthier'].map((label) => vocabulary.canonical(label)),
    );
  });

  it.each([
    ['jemand, der schweißen kann', 'schweissen'],
    ['una persona que sepa soldar', 'soldar'],
    ["quelqu'un qui sait souder", 'souder'],
    ['qualcuno che sappia saldare', 'saldare'],
    ['iemand die kan lassen', 'lassen'],
    ['alguém que saiba soldar', 'soldar'],
  ])('reads %s as %s, though nobody knows it', (entry, label) => {
    expect(wishes(entry)).toEqual([label]);
  });

  it.each([
    'nothing right now',
    'no longer looking for a drummer',
    'already found a welder, thanks',
    'nicht mehr auf der Suche',
    'Klempner schon gefunden',
    'rien pour le moment',
    'nada por ahora',
    'niente per ora',
    'niets op dit moment',
    'não procuro nada',
  ])('reads no wish from: %s', (entry) => {
    expect(wishesOf(entry, vocabulary, prose)).toEqual({ wishes: [], offers: [] });
  });

  it('tells offers from wishes, and keeps only those of known labels', () => {
    const read = (entry: string) => {
      const { offers, wishes: found } = wishesOf(entry, vocabulary, prose);
      return [offers, found].map((labels) => labels.map(({ canonical }) => canonical));
    };
    expect(read('Happy to teach welding')).toEqual([['welding'], []]);
    expect(read('Biete Yoga, suche Pilates')).toEqual([['yoga'], ['pilates']]);
    expect(read('I offer a couch for the night')).toEqual([[], []]);
  });
});
