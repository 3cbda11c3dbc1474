import { describe, expect, it } from '@jest/globals';
import { madeColumn, optionKinds, randomFrom } from '../../../test/made-columns.ts';
import { findOptions } from './find-options.ts';
import { commaPieces, pieceLists } from './pieces.ts';
import { wholeOptions } from './whole-options.ts';

/** The labels that are read from a column. */
function labelsOf(cells: readonly string[]): Set<string> {
  const whole = wholeOptions(findOptions(pieceLists(cells)));
  return new Set(Array.from(new Set(cells)).flatMap((cell) => whole(commaPieces(cell))));
}

function optionsOf(cells: readonly string[]): string[] {
  return findOptions(pieceLists(cells)).map((pieces) => pieces.join(', '));
}

/** Answers in which each option is ticked with a chance of its own. */
function answersOf(options: readonly (readonly [string, number])[], members: number, seed: number): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: members }, () =>
    options
      .filter(([, chance]) => random() < chance)
      .map(([text]) => text)
      .join(', '),
  );
}

describe('findOptions', () => {
  it('recovers the options of 200 random forms of 30 to 3,000 answers, and invents hardly any', () => {
    const random = randomFrom(2026);
    let options = 0;
    let found = 0;
    let labels = 0;
    for (let form = 0; form < 200; form += 1) {
      const kind = optionKinds[form % optionKinds.length] ?? '';
      const members = Math.round(30 * 100 ** random());
      const column = madeColumn(kind, members, random);
      const read = labelsOf(column.cells);
      options += column.options.size;
      found += column.options.intersection(read).size;
      labels += read.size;
    }
    expect(found / options).toBeGreaterThan(0.99);
    expect(found / labels).toBeGreaterThan(0.98);
  });

  it.each(optionKinds)('recovers every option of the kind %s from 300 answers', (kind) => {
    const random = randomFrom(7);
    for (let form = 0; form < 10; form += 1) {
      const { cells, options } = madeColumn(kind, 300, random);
      expect(labelsOf(cells)).toEqual(options);
    }
  });

  it('joins nothing where plain options are ticked at random', () => {
    const random = randomFrom(11);
    for (let form = 0; form < 50; form += 1) {
      const { cells } = madeColumn('plain', Math.round(30 * 100 ** random()), random);
      expect(optionsOf(cells)).toEqual([]);
    }
  });

  it('joins no options that most people tick together', () => {
    const random = randomFrom(13);
    for (const members of [100, 300, 3000]) {
      const cells = Array.from({ length: members }, () => {
        const isCoder = random() < 0.2;
        return [
          isCoder && random() < 0.9 ? 'Python' : '',
          isCoder && random() < 0.9 ? 'Statistics' : '',
          random() < 0.3 ? 'Choir' : '',
          random() < 0.3 ? 'Tea' : '',
        ]
          .filter(Boolean)
          .join(', ');
      });
      expect(optionsOf(cells)).toEqual([]);
    }
  });

  it('joins no option with one that it implies', () => {
    const random = randomFrom(17);
    const cells = Array.from({ length: 500 }, () => {
      const knows = random();
      const excel = knows < 0.2 ? 'Excel, Advanced Excel' : knows < 0.6 ? 'Excel' : '';
      return [random() < 0.4 ? 'Access' : '', excel, random() < 0.4 ? 'Word' : ''].filter(Boolean).join(', ');
    });
    expect(optionsOf(cells)).toEqual([]);
  });

  it('joins nothing that two people typed together', () => {
    const cells = [
      ...['salt, pepper', 'chess, salt, pepper', 'tea', 'Chess, film', 'choir, tea', 'baking', 'sewing, tea'],
      ...[
        'Film',
        'hiking, chess',
        'HTML, CSS',
        'html, css, tea',
        'dance',
        'Dance, choir',
        'knitting',
        'tea, jazz',
      ],
      ...[
        'HTML, CSS',
        'Gardening, cooking',
        'cooking',
        'rowing',
        'Rowing, tea',
        'yoga',
        'running, yoga',
        'go',
      ],
    ];
    expect(optionsOf(cells)).toEqual([]);
  });

  it('keeps what people type under "Other" apart from the options', () => {
    const options = [
      ['Event planning', 0.4],
      ['Marketing, PR & communications', 0.3],
      ['Cooking, baking, or catering', 0.3],
      ['IT support', 0.2],
    ] as const;
    const cells = answersOf(options, 400, 5);
    cells[3] = [cells[3], 'Gardening, cooking'].filter(Boolean).join(', ');
    cells[9] = [cells[9], 'baking'].filter(Boolean).join(', ');
    cells[20] = 'Sailing, rowing and tea';
    expect(new Set(optionsOf(cells))).toEqual(
      new Set(['Marketing, PR & communications', 'Cooking, baking, or catering']),
    );
  });

  it.each<[string, string[]]>([
    ['a shared beginning', ['Music, playing', 'Music, listening', 'Tea']],
    ['a shared end', ['Design, and tools', 'Building, and tools', 'Tea']],
    ['a shared middle', ['Sales, support, and PR', 'Design, support, and QA', 'Tea']],
    ['capitals alone', ['Leeds, UK', 'York, UK', 'Tea']],
    ['small letters alone', ['marketing, pr & communications', 'event planning', 'tea']],
    ['a piece that is an option too', ['Marketing, PR', 'Sales', 'PR', 'Tea']],
    ['four pieces', ['Cooking, baking, canning, or catering', 'Chess', 'Tea']],
    ['German', ['Kochen, Backen oder Bewirten', 'Schach', 'Öffentlichkeitsarbeit, Presse, Web']],
    ['small brands', ['iOS development', 'eBay selling', 'Tea, coffee', 'e-learning']],
  ])('finds options with %s', (_, options) => {
    const cells = answersOf(
      options.map((option) => [option, 0.4] as const),
      200,
      3,
    );
    expect(labelsOf(cells)).toEqual(new Set(options));
  });
});
