import { describe, expect, it } from '@jest/globals';
import { ProseIndex, Vocabulary, foldLabel, parseVocabulary } from '@warren/facets';
import { builtInTopics } from './built-in/index.ts';
import { Topics } from './topics.ts';

const vocabulary = new Vocabulary();
const topics = Topics.of(vocabulary);
const builtIn = builtInTopics();

const keys = (...labels: string[]) =>
  labels.map((label) => `skill:${vocabulary.canonical(foldLabel(label))}`);

describe('the built-in topics', () => {
  it('have distinct titles, short and without numbers', () => {
    const titles = builtIn.map(({ title }) => title);
    expect(titles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(titles.map(foldLabel)).size).toBe(titles.length);
    for (const title of titles) {
      expect(title).toMatch(/^\p{Lu}[\p{L}, -]{5,39}$/u);
      expect(title).not.toMatch(/\b(one|two|three|four|five|six|seven|eight|nine|ten|half|twice|dozen)\b/i);
    }
  });

  it('have no title that names a facet', () => {
    const prose = ProseIndex.of(vocabulary);
    const named = builtIn.flatMap(({ title }) => prose.mentions(title).map(({ label }) => [title, label]));
    expect(named).toEqual([]);
  });

  it('contain labels of the vocabulary, or labels that it does not know', () => {
    const isEntry = (label: string) => vocabulary.knows(foldLabel(label));
    const isLabel = (label: string) => vocabulary.canonical(foldLabel(label)) === foldLabel(label);
    expect(
      builtIn.flatMap(({ labels }) => labels.filter((label) => !(isEntry(label) && isLabel(label)))),
    ).toEqual([]);
    expect(builtIn.flatMap(({ others }) => others.filter(isEntry))).toEqual([]);
  });

  it('contain each label once, and more than one label', () => {
    for (const { title, labels, others } of builtIn) {
      const folded = [...labels, ...others].map(foldLabel);
      expect([title, folded.length]).toEqual([title, new Set(folded).size]);
      expect(folded.length).toBeGreaterThan(2);
    }
  });
});

describe('the topic of a set of facets', () => {
  it.each([
    [['Mapbox', 'Leaflet', 'QGIS'], 'Maps on the web'],
    [['R', 'ggplot2'], 'Charts from a script'],
    [
      ['Fermentation', 'Cheesemaking', 'Mushroom cultivation', 'Seed saving', 'Grafting'],
      'From seed to larder',
    ],
    [['Timber framing', 'Cob building', 'Lime plaster', 'Dry stone walling'], 'Houses built by hand'],
    [['Time banking', 'Repair cafes', 'Tool libraries', 'Cooperatives'], 'Shared rather than owned'],
  ])('%j have the topic "%s"', (labels, title) => {
    expect(topics.topicOf(keys(...labels))).toBe(title);
  });

  it('needs two of its labels, and more than half of all facets', () => {
    expect(topics.topicOf(keys('Mapbox'))).toBeUndefined();
    expect(topics.topicOf(['skill:welding', 'looking_for:welding'])).toBeUndefined();
    expect(topics.topicOf(keys('Mapbox', 'Leaflet', 'Knitting', 'Chess'))).toBeUndefined();
    expect(topics.topicOf(keys('Mapbox', 'Leaflet', 'Knitting'))).toBe('Maps on the web');
  });

  it('treats a role as what its people do, and accepts any kind of facet', () => {
    expect(topics.topicOf(['role:beekeeper', 'interest:chicken keeping'])).toBe('Hooves, hives and feathers');
  });

  it('is the narrower of equal topics', () => {
    const own = new Topics(vocabulary, [
      { title: 'Wide', labels: ['Chess', 'Puzzles', 'Board games'], others: [] },
      { title: 'Narrow', labels: ['Chess', 'Puzzles'], others: [] },
    ]);
    expect(own.topicOf(keys('Chess', 'Puzzles'))).toBe('Narrow');
  });

  it('respects an operator’s own vocabulary', () => {
    const own = new Vocabulary(undefined, parseVocabulary('alias,label\nuser experience,UX', 'own.csv'));
    expect(Topics.of(own).topicOf(['skill:ux', 'skill:figma'])).toBe('Products people enjoy using');
  });
});
