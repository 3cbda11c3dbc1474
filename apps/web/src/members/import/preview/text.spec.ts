import { describe, expect, it } from '@jest/globals';
import { ImportPreview } from '@warren/contracts';
import {
  analysedText,
  identityText,
  ignoredText,
  linesText,
  lossText,
  reasonText,
  warningsOf,
} from './text.ts';

const column = {
  name: 'Skills',
  heading: 'Skills',
  role: 'skills',
  confidence: 1,
  reason: 'Its heading says so.',
  examples: ['Weaving'],
};
const plain = {
  dry_run: true,
  reading: { format: 'CSV', rows: 3, notes: [], identity: ['email'], source: 's', columns: [column] },
  mapping: {},
  mapping_remembered: false,
  first_members: [],
  facets: [{ key: 'skill:weaving', kind: 'skill', label: 'Weaving', members: 2 }],
  members: 3,
  analysed: 3,
  created: 3,
  updated: 0,
  unchanged: 0,
  rejected_lines: 0,
  rejected: [],
  lost: { fields: 0, members: 0, by_field: [] },
  made_private: 0,
  made_public: 0,
};
const preview = (fields: object = {}): ImportPreview => ImportPreview.parse({ ...plain, ...fields });

describe('the warnings of a preview', () => {
  it('has none where the import loses and guesses nothing', () => {
    expect(warningsOf(preview())).toEqual([]);
  });

  it('names what would be lost by field, and whose visibility and membership would change', () => {
    expect(
      warningsOf(
        preview({
          lost: {
            fields: 1_204,
            members: 1_200,
            by_field: [
              { field: 'skills', members: 1_200 },
              { field: 'bio', members: 4 },
              { field: 'email', members: 0 },
            ],
          },
          made_private: 1,
          made_public: 2,
          absent: 1,
        }),
      ),
    ).toEqual([
      'This import loses something that members have now: Skills of 1,200 members and About themselves of 4 members.',
      '1 public member becomes private.',
      '2 private members become public.',
      '1 member who is not in the file will be marked as gone.',
    ]);
  });

  it('announces the question about many absent members', () => {
    expect(warningsOf(preview({ absent: 40, absent_of: 50 }))).toEqual([
      'The file lacks 40 of 50 members: whether to mark them as gone is asked first.',
    ]);
  });

  it('warns where nothing was read that patterns can be found in', () => {
    const none = 'Nothing was read that patterns can be found in: choose what these columns are.';
    expect(warningsOf(preview({ facets: [] }))).toEqual([none]);
    // of members who are not analysed no facets are counted, so that there may be some
    expect(warningsOf(preview({ facets: [], analysed: 0 }))).toEqual([
      'None of these members is public and present: no analysis looks at any of them.',
    ]);
    expect(warningsOf(preview({ facets: [], analysed: 0, members: 0 }))).toEqual([
      'No member was read from this file.',
    ]);
  });

  it('says that lines and values are not taken', () => {
    const rejected = [
      { reason: 'has 4 cells', taken: false, lines: 2, first: [3, 4] },
      { reason: 'email: is no address', taken: true, lines: 1, first: [7] },
    ];
    expect(warningsOf(preview({ rejected, rejected_lines: 2 }))).toEqual([
      '2 lines are not taken: the reasons are below.',
      'Some values cannot be used, so that their members are taken without them: the reasons are below.',
    ]);
  });

  it('counts the columns that are read by a guess', () => {
    const columns = [column, { ...column, confidence: 0.4 }, { ...column, role: 'ignored', confidence: 0 }];
    expect(warningsOf(preview({ reading: { ...plain.reading, columns } }))).toEqual([
      '1 column is read by a guess: please check.',
    ]);
  });

  it('counts no column that somebody chose', () => {
    const columns = [{ ...column, confidence: 0.4 }];
    const mapping = { Skills: 'skills' };
    expect(warningsOf(preview({ mapping, reading: { ...plain.reading, columns } }))).toEqual([]);
  });
});

it('says what members are told apart by, in order', () => {
  expect([identityText(['external_id', 'email', 'name']), identityText(['line']), identityText([])]).toEqual([
    'Members are told apart by member number or id, else by e-mail address, else by name.',
    'Members are told apart by what their row says.',
    'Nothing in the file tells its members apart.',
  ]);
});

it('says nothing of a loss where there is none', () => {
  expect(lossText({ fields: 0, members: 0, by_field: [] })).toBeUndefined();
  expect(lossText({ fields: 1, members: 1, by_field: [] })).toBe(
    'This import loses something that members have now: 1 field of 1 member.',
  );
});

it('says among how many members patterns are found, where not among all', () => {
  expect([
    analysedText({ members: 3, analysed: 3 }),
    analysedText({ members: 3, analysed: 0 }),
    analysedText({ members: 1_400, analysed: 1 }),
  ]).toEqual([
    undefined,
    undefined,
    '1 of these 1,400 members is public and present: patterns are found among them alone.',
  ]);
});

it('calls the field of a reason as people do', () => {
  const reasons = ['is_public: "perhaps" is neither yes nor no', 'has 4 cells: name them', 'toString: x'];
  expect(reasons.map(reasonText)).toEqual([
    'Public: "perhaps" is neither yes nor no',
    'has 4 cells: name them',
    'toString: x',
  ]);
});

it('names the columns that are not read', () => {
  const { columns } = preview({
    reading: {
      ...plain.reading,
      columns: [
        column,
        { ...column, name: 'Timestamp', role: 'ignored' },
        { ...column, name: 'b', role: 'ignored' },
      ],
    },
  }).reading;
  expect(ignoredText(columns)).toBe('2 columns are not read: “Timestamp” and “b”.');
  expect(ignoredText(columns.slice(0, 1))).toBeUndefined();
});

it('lists the first lines of a rejection', () => {
  expect([
    linesText({ first: [3], lines: 1 }),
    linesText({ first: [3, 4], lines: 2_002 }),
    linesText({ first: [], lines: 7 }),
  ]).toEqual(['3', '3, 4 and 2,000 more', '7']);
});
