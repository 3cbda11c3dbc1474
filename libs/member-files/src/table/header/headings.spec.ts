import { describe, expect, it } from '@jest/globals';
import { readDelimited } from '../../../test/delimited-tables.ts';

/** Headings as text, with the option after an arrow. */
async function headingsIn(text: string): Promise<string[]> {
  const { table } = await readDelimited(text, 1000);
  return table.headings.map((heading) =>
    heading.option === undefined ? heading.text : `${heading.text} → ${heading.option}`,
  );
}

describe('finding the header', () => {
  it.each([
    ['remarks of a network', 'Notes:\n"When exporting, some addresses, as you know, are missing."\n\n', 2],
    ['a title and a date', 'Members of the club,,,\nExported on 2026-01-01,,,\n,,,\n', 2],
    ['what is being told', 'Event:,Hackathon,,\nDate:,2026-01-01,,\n', 2],
    ['lines that are no cells', 'Event: Hackathon\nAttendees: 3\n\n', 2],
  ])('skips %s above it, and says so', async (_name, above, skipped) => {
    const { names, rows, notes } = await readDelimited(
      `${above}Name,Email,Skills,City\nAda,ada@example.org,Welding,Leeds\nBen,ben@example.org,Baking,Leeds\n`,
    );
    expect(names).toEqual(['Name', 'Email', 'Skills', 'City']);
    expect(rows.map(([, cells]) => cells[0])).toEqual(['Ada', 'Ben']);
    expect(rows[0]?.[0]).toBe(above.split('\n').length + 1);
    expect(notes).toEqual([expect.stringContaining(`${skipped} lines above the header were skipped`)]);
  });

  it.each([
    ['addresses', '1,Ada Ash,ada@example.org,Welding\n2,Ben Birch,ben@example.org,Baking\n'],
    ['numbers and dates', 'U1,active,2024-01-02,5\nU2,left,2024-01-03,6\n'],
    ['values that recur', 'Ada Ash,Welding,Leeds,x\nBen Birch,Baking,Leeds,y\nCem Cedar,Welding,York,z\n'],
    ['addresses in a single row', 'ada@example.org,Ada,Welding,Leeds\n'],
  ])('finds none where the first row is data, by %s', async (_name, text) => {
    const { names, rows, notes } = await readDelimited(text);
    expect(names).toEqual(['column 1', 'column 2', 'column 3', 'column 4']);
    expect(rows).toHaveLength(text.trim().split('\n').length);
    expect(rows[0]?.[0]).toBe(1);
    expect(notes).toEqual([expect.stringContaining('No line names the columns')]);
  });

  it.each([
    ['years', 'Name,2023,2024\nAda,x,\nBen,,x\n'],
    ['the grades of a scale', 'Name,1,2\nAda,5,4\nBen,3,2\n'],
    ['statements', 'id,I like welding,I like baking\n1,5,4\n2,3,2\n'],
    ['options that rows tick with their label', 'Who are you,Welding,Baking\nAda,Welding,\nBen,,Baking\n'],
    ['only text', 'Person,Craft\nAda,Welding\nBen,Baking\n'],
  ])('takes %s for headings', async (_name, text) => {
    const { names, rows } = await readDelimited(text);
    expect(names).toEqual(text.split('\n')[0]?.split(','));
    expect(rows).toHaveLength(2);
  });

  it('finds none above one column of values that recur', async () => {
    const { names, rows } = await readDelimited('welding\nbaking\nwelding\nsewing\n');
    expect(names).toEqual(['column 1']);
    expect(rows).toHaveLength(4);
  });

  it('reads a header with another delimiter than the lines below it', async () => {
    const { names, rows, notes } = await readDelimited(
      'id,email,skills\n1;a@x.org;felt, silk\n2;b@x.org;silk\n',
    );
    expect(names).toEqual(['id', 'email', 'skills']);
    expect(rows.map(([, cells]) => cells)).toEqual([
      ['1', 'a@x.org', 'felt, silk'],
      ['2', 'b@x.org', 'silk'],
    ]);
    expect(notes).toEqual(['The header is separated by commas, and the lines below it by semicolons.']);
  });
});

describe('headings', () => {
  it('have unique names; what other tools numbered keeps its text', async () => {
    const { table } = await readDelimited(
      ',name,Skill,Skill.1,Skill,"two\nlines",\n0,Ada,a,b,c,d,\n1,Ben,a,b,c,d,\n',
    );
    expect(table.headings).toEqual([
      { name: 'column 1', text: '' },
      { name: 'name', text: 'name' },
      { name: 'Skill', text: 'Skill' },
      { name: 'Skill.1', text: 'Skill.1' },
      { name: 'Skill (2)', text: 'Skill' },
      { name: 'two lines', text: 'two lines' },
    ]);
  });

  it('are added for columns without a heading once a row fills them', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `${index},Ada,`).join('\n');
    const { table, rejected } = await readDelimited(`id,name,\n${rows}\n1001,Ben,note\n`, 1000);
    expect(rejected).toEqual([]);
    expect(table.headings.map(({ name }) => name)).toEqual(['id', 'name', 'column 3']);
  });

  it('have the options of a second row under the question above the first of them', async () => {
    const text =
      'Respondent ID,Start Date,Email Address,What do you do?,Which skills do you have?,,,Rate it,\n' +
      ',,,Open-Ended Response,Welding,Baking,Other (please specify),Venue,Food\n' +
      '1,01/02/2026 10:00:00 AM,ada@example.org,Carpenter,Welding,,Falconry,Good,Bad\n' +
      '2,01/02/2026 10:00:00 AM,,Potter,,Baking,,Bad,Good\n';
    expect(await headingsIn(text)).toEqual([
      'Respondent ID',
      'Start Date',
      'Email Address',
      'What do you do?',
      'Which skills do you have? → Welding',
      'Which skills do you have? → Baking',
      'Which skills do you have? → Other (please specify)',
      'Rate it → Venue',
      'Rate it → Food',
    ]);
    const { names, rows } = await readDelimited(text);
    expect(names[4]).toBe('Which skills do you have? [Welding]');
    expect(rows.map(([line]) => line)).toEqual([3, 4]);
  });

  it('have the wording of a second row in place of codes, and no third row of identifiers', async () => {
    const rows =
      'R_1,Ada Ash,Welding,,,Leeds\nR_2,Ben Birch,Welding,Baking,Falconry,Leeds\nR_3,Cem,,Baking,,Kassel\n';
    const codes = 'ResponseId,Q1,Q2_1,Q2_2,Q2_2_TEXT,Q3\n';
    const wording =
      'Response ID,"What is your\nname?",Which skills? - Selected Choice - Welding,Which skills? - Selected Choice - Baking,Which skills? - Other - Text,Where do you live?\n';
    const identifiers = ['recordId', 'QID1', 'QID2', 'QID2', 'QID2_TEXT', 'QID3']
      .map((id) => `"{""ImportId"":""${id}""}"`)
      .join(',');
    for (const text of [codes + wording + rows, `${codes}${wording}${identifiers}\n${rows}`]) {
      expect(await headingsIn(text)).toEqual([
        'Response ID',
        'What is your name?',
        'Which skills? → Welding',
        'Which skills? → Baking',
        'Which skills? → Other - Text',
        'Where do you live?',
      ]);
      expect((await readDelimited(text)).rows).toHaveLength(3);
    }
  });

  it('join the titles of groups where columns are ticked or names repeat', async () => {
    expect(
      await headingsIn(
        'Personal,,,Skills,,\nName,Email,City,Welding,Baking,Sewing\nAda,ada@example.org,Leeds,x,,x\nBen,ben@example.org,Leeds,,x,\n',
      ),
    ).toEqual(['Name', 'Email', 'City', 'Skills → Welding', 'Skills → Baking', 'Skills → Sewing']);
    expect(await headingsIn('Member,Skills,,\nName,Welding,Baking,Sewing\nAda,3,,2\nBen,,5,\n')).toEqual([
      'Name',
      'Welding',
      'Baking',
      'Sewing',
    ]);
    expect(
      await headingsIn(
        ',Contact,,Emergency contact,\nMember,Name,Phone,Name,Phone\n1,Ada,0123 456,Eve,0123 457\n2,Ben,0123 458,Joe,0123 459\n',
      ),
    ).toEqual([
      'Member',
      'Contact Name',
      'Contact Phone',
      'Emergency contact Name',
      'Emergency contact Phone',
    ]);
  });

  it.each([
    ['brackets', 'Skills [Welding],Skills [Baking]'],
    ['brackets after codes', 'Q2[SQ001]. Skills [Welding],Q2[SQ002]. Skills [Baking]'],
    ['choices', 'Skills (choice=Welding),Skills (choice=Baking)'],
    ['a dash', 'Skills - Welding,Skills - Baking'],
    ['a colon', 'Skills: Welding,Skills: Baking'],
    ['arrows', 'Skills >> Welding,Skills >> Baking'],
    ['a slash', 'Skills/Welding,Skills/Baking'],
    ['a colon after the option', 'Welding:Skills,Baking:Skills'],
    ['underscores', 'Skills___Welding,Skills___Baking'],
  ])('end in options by %s', async (_name, columns) => {
    expect(await headingsIn(`Name,${columns},City\nAda,Yes,No,Leeds\nBen,No,Yes,Leeds\n`)).toEqual([
      'Name',
      'Skills → Welding',
      'Skills → Baking',
      'City',
    ]);
  });

  it('end in options that are rated, and in paths whose question is a column too', async () => {
    expect(
      await headingsIn(
        'id,How well: Welding,How well: Baking\n1,Expert,None\n2,None,Expert\n3,None,Expert\n4,Expert,None\n',
      ),
    ).toEqual(['id', 'How well → Welding', 'How well → Baking']);
    expect(
      await headingsIn(
        'a/name,a/email,a/skills,a/skills/welding,a/skills/baking\nAda,a@x.org,welding baking,1,1\nBen,b@x.org,baking,0,1\n',
      ),
    ).toEqual(['a/name', 'a/email', 'a/skills', 'a/skills → welding', 'a/skills → baking']);
  });

  it.each([
    'E-mail 1 - Label,E-mail 1 - Value,Address 1 - City,Address 1 - Country',
    'How often do you [cook]?,Budget [EUR],Weight [kg],City',
    'skills___1,skills___2,Q1[SQ001],Q1[SQ002]',
    'Notes - internal,Notes - public,Venue: hall,Venue: stage',
  ])('stay whole where they have no options: %s', async (columns) => {
    const rows = 'Home,a@x.org,Leeds,UK\nWork,b@x.org,York,UK\nHome,c@x.org,Bath,UK\n';
    expect(await headingsIn(`${columns}\n${rows}`)).toEqual(columns.split(','));
  });
});

it('takes the questions above options that are written where they were chosen', async () => {
  const text =
    ',Which systems do you use?,,Which languages?,\n#,macOS,Linux,Python,C\n' +
    'r1,macOS,,Python,\nr2,,Linux,,C\nr3,macOS,Linux,Python,\n';
  expect(await headingsIn(text)).toEqual([
    '#',
    'Which systems do you use? → macOS',
    'Which systems do you use? → Linux',
    'Which languages? → Python',
    'Which languages? → C',
  ]);
});

it('takes a list whose entries come again below it for data', async () => {
  const { names, rows } = await readDelimited(
    'Ada Ash,"baking, sewing"\nBen Birch,sewing\nCem Cedar,"chess, baking"\n',
  );
  expect(names).toEqual(['column 1', 'column 2']);
  expect(rows).toHaveLength(3);
});

it('finds the list of people below the summary of a video call', async () => {
  const summary =
    'Meeting ID,Topic,Start Time,User Email\n123 456,Club night,2024-03-01 18:00,host@example.org\n\n';
  const people = ['Ada Ash', 'Ben Birch', 'Cem Cedar', 'Dee Dogwood', 'Eve Elm'];
  const list = people.map((name) => `${name},${name.slice(0, 3)}@example.org,18:01,19:59\n`).join('');
  const { names, rows } = await readDelimited(`${summary}Name,User Email,Join Time,Leave Time\n${list}`);
  expect(names).toEqual(['Name', 'User Email', 'Join Time', 'Leave Time']);
  expect(rows.map(([, [name]]) => name)).toEqual(people);
});
