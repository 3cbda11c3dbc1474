import { describe, expect, it } from '@jest/globals';
import { germanLabels, labelledIn } from '../../test/prose/labelled.ts';
import type { Labelled } from '../../test/prose/labelled.ts';
import { ProseIndex } from './prose.ts';
import { Vocabulary } from './vocabulary.ts';
import { wishesOf } from './wishes.ts';
import { writtenLabels } from './written/written-labels.ts';

const vocabulary = new Vocabulary();
const prose = new ProseIndex(vocabulary, germanLabels);
const marks = { does: '+', likes: '+', is: '=', needs: '?' } as const;

/** Reads a text as marked labels. */
type Reader = (labelled: Labelled) => Iterable<string>;

const canonical = (label: string): string => vocabulary.canonical(vocabulary.fold(label), 'looking_for');

const sentences: Reader = ({ text }) =>
  writtenLabels(text, vocabulary, prose).map(({ says, canonical: label }) => `${marks[says]}${label}`);

/** What is found by looking for the words alone, each taken for what the writer is right about. */
const phrases: Reader = ({ text, labels }) =>
  prose.mentions(text).map(({ canonical: label }) => {
    const { mark = '+' } = labels.find((one) => canonical(one.label) === label) ?? {};
    return `${mark}${label}`;
  });

const wishes: Reader = ({ text, labels }) => {
  const whole = vocabulary.fold(text);
  const read = wishesOf(text, vocabulary, prose);
  const isWhole = labels.some(({ label }) => label === '*');
  return [
    ...read.wishes.map(({ canonical: label }) => (label === whole && isWhole ? '?*' : `?${label}`)),
    ...read.offers.map(({ canonical: label }) => `+${label}`),
  ];
};

function measure(file: string, read: Reader) {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const labelled of labelledIn(file)) {
    const keys = (isOptional: boolean): Set<string> =>
      new Set(
        labelled.labels
          .filter((one) => one.isOptional === isOptional)
          .map(({ mark, label }) => `${mark}${label === '*' ? '*' : canonical(label)}`),
      );
    const [expected, optional] = [keys(false), keys(true)];
    const found = new Set(read(labelled));
    counts.right += expected.intersection(found).size;
    counts.wrong += found.difference(expected).difference(optional).size;
    counts.missed += expected.difference(found).size;
  }
  const { right, wrong, missed } = counts;
  return { precision: right / (right + wrong), recall: right / (right + missed) };
}

function tell(
  file: string,
  { precision, recall }: ReturnType<typeof measure>,
  plain?: ReturnType<typeof measure>,
): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const beside = plain && `; phrases alone ${percent(plain.precision)} and ${percent(plain.recall)}`;
  process.stdout.write(
    `${file}: precision ${percent(precision)}, recall ${percent(recall)}${beside ?? ''}\n`,
  );
}

describe('labelled prose', () => {
  it.each(['english.development', 'english.held-out', 'german.development', 'german.held-out'])(
    'gives labels at a precision of 0.95 in sentences: %s',
    (file) => {
      const measured = measure(file, sentences);
      tell(file, measured, measure(file, phrases));
      expect(measured.precision).toBeGreaterThanOrEqual(0.95);
      expect(measured.recall).toBeGreaterThan(0.7);
    },
  );

  it.each(['wishes.development', 'wishes.held-out'])(
    'gives wishes and offers at a precision of 0.95 and a recall of 0.85: %s',
    (file) => {
      const measured = measure(file, wishes);
      tell(file, measured);
      expect(measured.precision).toBeGreaterThanOrEqual(0.95);
      expect(measured.recall).toBeGreaterThanOrEqual(0.85);
    },
  );

  it('is six hundred sentences and three hundred wishes', () => {
    const count = (kind: RegExp): number =>
      [
        'english.development',
        'english.held-out',
        'german.development',
        'german.held-out',
        'wishes.development',
        'wishes.held-out',
      ]
        .filter((file) => kind.test(file))
        .reduce((sum, file) => sum + labelledIn(file).length, 0);
    expect(count(/^(?:english|german)/)).toBeGreaterThanOrEqual(600);
    expect(count(/^wishes/)).toBeGreaterThanOrEqual(300);
  });
});
