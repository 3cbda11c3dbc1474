import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listReader } from './list-reader.ts';

/** Entries of single cells, each in a column of its own. */
const alone = (cell: unknown): string[] => listReader([cell]).read(cell).entries;

/** Entries of all cells of one column. */
const column = (...cells: unknown[]): string[][] => {
  const reader = listReader(cells);
  return cells.map((cell) => reader.read(cell).entries);
};

describe('listReader', () => {
  it.each([
    ['JSON', '["Welding", "Arc, gas"]', ['Welding', 'Arc, gas']],
    ['JSON with a backslash', '["a \\"b\\"", "c\\u00e9"]', ['a "b"', 'cé']],
    ['an empty JSON list', '[]', []],
    ['JSON objects', '[{"name": "Welding", "level": 4}, {"label": "Tea"}]', ['Welding', 'Tea']],
    ['a JSON map', '{"Welding": true, "Baking": false, "Tea": true}', ['Welding', 'Tea']],
    ['Python', "['Welding', 'Arc & gas', None]", ['Welding', 'Arc & gas']],
    ['Python with mixed quotes', `["Ada's", 'a "b"', 'it\\'s']`, ["Ada's", 'a "b"', "it's"]],
    ['a Python tuple', "('Welding', 'Tea')", ['Welding', 'Tea']],
    ['a Python set', "{'Welding', 'Tea'}", ['Welding', 'Tea']],
    ['a Python dict', "{'Welding': True, 'Tea': False}", ['Welding']],
    ['numpy', "['Welding' 'Tea']", ['Welding', 'Tea']],
    ['R', 'c("Welding", "Tea")', ['Welding', 'Tea']],
    ['PostgreSQL', '{Welding,"Arc, gas",NULL,"a \\"b\\""}', ['Welding', 'Arc, gas', 'a "b"']],
    ['an empty PostgreSQL array', '{}', []],
    ['PHP', 'a:2:{i:0;s:7:"Welding";i:1;s:5:"Café";}', ['Welding', 'Café']],
    ['a map of PHP', 'a:2:{s:7:"Welding";s:1:"1";s:3:"Tea";s:1:"0";}', ['Welding']],
    ['brackets without quotes', '[Welding, Arc (a, b),Tea]', ['Welding', 'Arc (a, b)', 'Tea']],
    ['Google Contacts', '* myContacts ::: Choir ::: Chess', ['Choir', 'Chess']],
    ['a group of Google alone', '* myContacts', []],
    ['SharePoint', 'Welding;#Tea', ['Welding', 'Tea']],
    ['SharePoint with ids', '1;#Welding;#22;#Tea', ['Welding', 'Tea']],
    ['Microsoft Forms', 'Welding;Tea, coffee;', ['Welding', 'Tea, coffee']],
    ['vertical bars', 'Welding | Tea|Film', ['Welding', 'Tea', 'Film']],
    ['tabs', 'Welding\tTea', ['Welding', 'Tea']],
    ['line feeds', 'Welding\r\nArc, gas\r\n', ['Welding', 'Arc, gas']],
    ['a wrapped list', 'Welding, Tea,\nFilm', ['Welding', 'Tea', 'Film']],
    ['bullets, one a line', '• Welding\n• Tea', ['Welding', 'Tea']],
    ['dashes, one a line', '- Welding\n- Arc-work', ['Welding', 'Arc-work']],
    ['numbers, one a line', '1. Welding\n2. Tea', ['Welding', 'Tea']],
    ['PHP whose lengths count characters', 'a:1:{i:0;s:4:"Café";}', ['Café']],
    ['a heading over bullets', 'My skills:\n- Welding\n- Tea', ['Welding', 'Tea']],
    ['bullets in a line', '• Welding • Tea', ['Welding', 'Tea']],
    ['stars in a line', '* Welding * Tea', ['Welding', 'Tea']],
    ['numbers in a line', '1) Welding 2) Tea', ['Welding', 'Tea']],
    ['dots between', 'Welding · Tea', ['Welding', 'Tea']],
    ['hash tags', '#welding #book_club, #tea', ['welding', 'book_club', 'tea']],
    ['quotes around all', '"Volunteer","Book club, evenings"', ['Volunteer', 'Book club, evenings']],
    [
      'quotes around some',
      'Volunteer,"Book club, evenings",Tea',
      ['Volunteer', 'Book club, evenings', 'Tea'],
    ],
    ['one in quotes', '"Volunteer"', ['Volunteer']],
    ['doubled quotes', '"a ""b"" c","d"', ['a "b" c', 'd']],
    ['single quotes', "'Volunteer', 'Book club, evenings'", ['Volunteer', 'Book club, evenings']],
    ['commas', 'Welding,Tea , Film,', ['Welding', 'Tea', 'Film']],
    ['commas in brackets', 'Design (UI, UX), Tea', ['Design (UI, UX)', 'Tea']],
    ['a bracket that is never closed', 'Tea (green, black', ['Tea (green', 'black']],
    ['a number with a comma', 'Runs of 10,000 m, Tea', ['Runs of 10,000 m', 'Tea']],
    ['commas of other scripts', '茶、コーヒー，映画', ['茶', 'コーヒー', '映画']],
    ['entities of HTML', 'Arts &amp; crafts; Tea', ['Arts & crafts', 'Tea']],
    ['a list', ['Welding', ' ', 3, null], ['Welding', '3']],
    ['lists within a list', [['Welding'], { skill: { name: 'Tea' } }], ['Welding', 'Tea']],
    ['a number', 7, ['7']],
    ['nothing', null, []],
  ])('reads %s', (_, cell, expected) => {
    expect(alone(cell)).toEqual(expected);
  });

  it.each([
    'C/C++',
    'and/or',
    'TCP / IP',
    'Food and drink',
    'Research & development',
    "Rock 'n' roll",
    '5" tubes',
    'C#',
    'R&D',
    'Arc-welding',
    'a:b',
    '[Welding] and [Tea]',
    'Welding - arc',
    'e-mail',
    '.NET',
    'Node.js',
    'AT&T',
    'St. John',
    '3D printing',
    '(Arc) welding (gas)',
  ])('keeps %s whole', (label) => {
    expect(alone(label)).toEqual([label]);
  });

  it('parts each cell by itself, so that one with semicolons changes no other', () => {
    expect(column('Chess, Choir, Tea', 'Chess, Tea', 'Choir, Tea', 'Chess; Choir')).toEqual([
      ['Chess', 'Choir', 'Tea'],
      ['Chess', 'Tea'],
      ['Choir', 'Tea'],
      ['Chess', 'Choir'],
    ]);
  });

  it('keeps commas where most cells use semicolons, unless all their pieces are entries elsewhere', () => {
    expect(column('Tea; Arc, gas', 'Film; Tea', 'Arc, gas', 'Tea, Film')).toEqual([
      ['Tea', 'Arc, gas'],
      ['Film', 'Tea'],
      ['Arc, gas'],
      ['Tea', 'Film'],
    ]);
  });

  it('parts at " / " where the pieces come again in other cells', () => {
    expect(column('Tea / Film', 'Film / Chess', 'Chess / Tea', 'C/C++ / Tea')).toEqual([
      ['Tea', 'Film'],
      ['Film', 'Chess'],
      ['Chess', 'Tea'],
      ['C/C++', 'Tea'],
    ]);
    expect(column('TCP / IP', 'TCP / IP', 'Tea, Film', 'Tea')).toEqual([
      ['TCP / IP'],
      ['TCP / IP'],
      ['Tea', 'Film'],
      ['Tea'],
    ]);
  });

  it('parts at blanks only where all pieces are known options', () => {
    const reader = listReader(['welding bee_keeping'], { known: ['welding', 'bee_keeping'] });
    expect(reader.read('welding bee_keeping').entries).toEqual(['welding', 'bee_keeping']);
    expect(reader.read('arc welding').entries).toEqual(['arc welding']);
    expect(reader.notation).toBe('parted by blanks');
  });

  it('knows the code of a worded option', () => {
    const reader = listReader([], { known: ['Welding', 'Bee keeping'] });
    expect(reader.read('welding bee_keeping').entries).toEqual(['welding', 'bee_keeping']);
  });

  it('keeps known options whole, whatever marks they hold', () => {
    const known = ['Tea; coffee', 'Arc, gas', 'None'];
    const reader = listReader([], { known });
    expect(reader.read('Tea; coffee').entries).toEqual(['Tea; coffee']);
    expect(reader.read('Film, Arc, gas').entries).toEqual(['Film', 'Arc, gas']);
  });

  it('parts at "and" only behind typed lists whose last pieces are entries elsewhere', () => {
    expect(column('Chess, choir and tea', 'Tea', 'Choir, film, and chess')).toEqual([
      ['Chess', 'choir', 'tea'],
      ['Tea'],
      ['Choir', 'film', 'chess'],
    ]);
    expect(column('Schach und Chor', 'Chor', 'Schach')).toEqual([['Schach', 'Chor'], ['Chor'], ['Schach']]);
    expect(column('Tea, Food and drink', 'Food and drink', 'Food and drink, Tea', 'Food')).toEqual([
      ['Tea', 'Food and drink'],
      ['Food and drink'],
      ['Food and drink', 'Tea'],
      ['Food'],
    ]);
  });

  it('parts no option of a form at its "and"', () => {
    const cells = Array.from({ length: 60 }, (_, at) =>
      [
        at % 2 === 0 ? 'Teaching' : 'Mentoring',
        at % 7 === 0 ? 'Teaching and mentoring' : '',
        at % 3 === 0 ? 'Tea' : '',
      ]
        .filter(Boolean)
        .join(', '),
    );
    const reader = listReader(cells);
    expect(reader.read('Mentoring, Teaching and mentoring').entries).toEqual([
      'Mentoring',
      'Teaching and mentoring',
    ]);
  });

  it('reads long cells of marks in little time', () => {
    for (const piece of [
      '(',
      'a,',
      '"',
      '"a",',
      ' ',
      'a\n',
      '\n',
      '#a ',
      '* ',
      '1. a ',
      'a / ',
      '&',
      '<',
      "'a',",
      'a (',
    ]) {
      const cell = `a${piece.repeat(40_000 / piece.length)}`;
      expect(listReader([cell, 'a']).read(cell).entries.length).toBeGreaterThan(0);
    }
  });

  it('takes a full stop from behind a list if the entry occurs without', () => {
    expect(column('Chess, tea.', 'Tea', 'Foo Inc.')).toEqual([['Chess', 'tea'], ['Tea'], ['Foo Inc.']]);
  });

  it('counts placeholders and keeps none', () => {
    const reader = listReader(['Tea; N/A', 'None', 'k. A.', 'None of the above', '-']);
    expect(reader.read('Tea; N/A')).toEqual({ entries: ['Tea'], levels: [], placeholders: 1 });
    expect(reader.read('None')).toEqual({ entries: [], levels: [], placeholders: 1 });
    expect(reader.read('k. A.').placeholders).toBe(1);
    expect(reader.read('')).toEqual({ entries: [], levels: [], placeholders: 0 });
    expect(reader.read('Other: Falconry').entries).toEqual(['Falconry']);
    expect(listReader(['DE', 'AT', 'NA', 'FR', 'CH']).read('NA').entries).toEqual(['NA']);
  });

  it('takes levels from labels, and numbers only where they are a scale', () => {
    const scale = listReader(['Welding (5), Baking (2)', 'Welding: 4, Baking: 1', 'Tea']);
    expect(scale.read('Welding (5), Baking (2)')).toEqual({
      entries: ['Welding', 'Baking'],
      levels: [
        { label: 'Welding', level: '5' },
        { label: 'Baking', level: '2' },
      ],
      placeholders: 0,
    });
    expect(column('Vue (3), Baking', 'Baking', 'Vue (3)')).toEqual([
      ['Vue (3)', 'Baking'],
      ['Baking'],
      ['Vue (3)'],
    ]);
    expect(listReader([]).read([{ name: 'Tea', level: 3 }]).levels).toEqual([{ label: 'Tea', level: '3' }]);
    expect(listReader([]).read({ Python: 'expert', SQL: 'basic' }).entries).toEqual(['Python', 'SQL']);
    expect(listReader([]).read({ Python: 'expert', SQL: ' ' })).toEqual({
      entries: ['Python'],
      levels: [{ label: 'Python', level: 'expert' }],
      placeholders: 0,
    });
    expect(listReader([]).read([{ name: 'Tea', level: ' ', years: 3 }]).levels).toEqual([
      { label: 'Tea', level: '3' },
    ]);
  });

  it('says how the column is written', () => {
    expect(listReader(['a, b', 'c']).notation).toBe('parted by commas');
    expect(listReader(['a; b', 'c']).notation).toBe('parted by semicolons');
    expect(listReader(['["a", "b"]']).notation).toBe('lists as JSON');
    expect(listReader(['a', 'b']).notation).toBe('');
  });

  it('rejects entries that are no labels, and values that are no lists', () => {
    const reasons: string[] = [];
    const read = listReader([]).read(['Tea', Number.NaN, 'Film'], (reason) => reasons.push(reason));
    expect(read.entries).toEqual(['Tea', 'Film']);
    expect(reasons).toEqual(['entry 2: NaN is not text: write it as text']);
    expect(() => listReader([]).read(true)).toThrow('true is not a list: write ["…", "…"]');
  });

  const word = fc.stringMatching(/^[a-zé]{3,8}( q[b-z]{2,5})?$/).map((text) => `Q${text}`);
  const labels = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
  const withMarks = fc.uniqueArray(fc.stringMatching(/^Q[a-z",;'|()\\ é]{0,10}q$/), {
    minLength: 2,
    maxLength: 6,
  });
  const php = (list: readonly string[]) =>
    `a:${list.length}:{${list.map((text, at) => `i:${at};s:${Buffer.byteLength(text)}:"${text}";`).join('')}}`;
  const python = (list: readonly string[]) =>
    `[${list.map((text) => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`).join(', ')}]`;
  const postgres = (list: readonly string[]) =>
    `{${list.map((text) => `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`).join(',')}}`;

  it.each<[string, (list: readonly string[]) => string]>([
    ['JSON', (list) => JSON.stringify(list)],
    ['Python', python],
    ['PostgreSQL', postgres],
    ['PHP', php],
  ])('reads back what is written as %s, whatever marks the labels hold', (_, write) => {
    fc.assert(
      fc.property(withMarks, (list) => {
        expect(alone(write(list))).toEqual(list);
      }),
    );
  });

  it.each<[string, (list: readonly string[]) => string]>([
    ['commas', (list) => list.join(', ')],
    ['semicolons', (list) => list.join(';')],
    ['" ::: "', (list) => list.join(' ::: ')],
    ['line feeds', (list) => list.map((text) => `- ${text}\n`).join('')],
    ['brackets', (list) => `[${list.join(',')}]`],
    ['quotes', (list) => list.map((text) => `"${text}"`).join(',')],
  ])('reads back plain labels parted by %s', (_, write) => {
    fc.assert(
      fc.property(labels, (list) => {
        expect(alone(write(list))).toEqual(list);
      }),
    );
  });

  it('reads any value without throwing anything but InvalidValue', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.anything())), (cells) => {
        const reader = listReader(cells);
        for (const cell of cells) {
          try {
            expect(reader.read(cell).entries.every((entry) => entry.trim() !== '')).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ name: 'InvalidValue' });
          }
        }
      }),
    );
  });
});

describe('lists of real exports', () => {
  it('cuts no sentences at their commas', () => {
    const prose = 'Fishing is my escape from the city. Sitting by the water, I forget everything.';
    expect(column(prose, 'Chess, choir', 'Chess')).toEqual([[prose], ['Chess', 'choir'], ['Chess']]);
  });

  it('takes the full stop from behind a list with semicolons', () => {
    expect(alone('Grants; budgets; reporting.')).toEqual(['Grants', 'budgets', 'reporting']);
  });

  it('names what people see rather than its key', () => {
    expect(alone([{ value: 'g1', display: 'Tour guides' }])).toEqual(['Tour guides']);
    expect(alone([{ language: 'English', fluency: 'Native speaker' }])).toEqual(['English']);
  });

  it('parts at slashes where the pieces come in many combinations, and leaves pairs whole', () => {
    const languages = ['C/Go/R', 'C/Go', 'Go/R', 'C/R', 'R', 'C/Go/R/Java', 'Java/C', 'Java/R', 'Go'];
    expect(column(...languages)[0]).toEqual(['C', 'Go', 'R']);
    const pairs = ['UI/UX', 'CI/CD', 'HTML/CSS', 'AR/VR', 'UI/UX', 'CI/CD', 'TCP/IP'];
    expect(column(...pairs)[0]).toEqual(['UI/UX']);
  });

  it('reads the name of a group of a directory', () => {
    const group = 'cn=tour-guides,ou=groups,dc=example,dc=org';
    expect(alone(`${group};cn=choir,ou=groups,dc=example,dc=org`)).toEqual(['tour-guides', 'choir']);
  });
});
