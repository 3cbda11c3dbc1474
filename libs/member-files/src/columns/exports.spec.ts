import { describe, expect, it } from '@jest/globals';
import { emails, names, options, plan, roles } from '../../test/planned-columns.ts';
import { planColumns } from './plan-columns.ts';

describe('columns of real exports', () => {
  it('cuts the wording of a question that is too long to keep', () => {
    const question = `How much do you agree? ${'We meet often. '.repeat(100)}`;
    const { prompt = '' } = plan({ Name: names, [question]: ['1', '2', '3', '4'] })[question] ?? {};
    expect(prompt).toHaveLength(1000);
    expect(prompt.endsWith('…')).toBe(true);
  });

  it('reads a yes in a column of who has left, and a no in a column of who is active', () => {
    const { is_active, IsDeleted, Status } = plan({
      Name: names,
      is_active: ['true', 'false', 'true', 'true'],
      IsDeleted: ['false', 'false', 'true', 'false'],
      Status: ['Active', 'Left', 'Active', 'Lapsed'],
    });
    expect(is_active).toMatchObject({ role: 'membership_status', yes: 'active' });
    expect(IsDeleted).toMatchObject({ role: 'membership_status', yes: 'cancelled' });
    expect(Status).not.toHaveProperty('yes');
    const mapped = plan(
      { Name: names, Archived: ['no', 'no', 'yes', 'no'] },
      { Archived: 'membership_status' },
    );
    expect(mapped['Archived']).toMatchObject({ role: 'membership_status', yes: 'cancelled' });
  });

  it('takes options that come again for options, however long, and sentences for answers', () => {
    const degree = 'Bachelor’s degree (B.A., B.S., B.Eng., etc.)';
    const few = Array.from({ length: 12 }, (_, at) =>
      at % 3 === 0 ? degree : 'Some college or university study',
    );
    expect(roles({ EdLevel: few })).toEqual({ EdLevel: 'all_traits' });
    const lists = ['Grants; budgets; annual reporting.', 'Mentors; a meeting room; new members.'];
    expect(roles({ Name: names.slice(2), looking_for: lists })['looking_for']).toBe('looking_for');
  });

  it('reads no lists of numbers as labels', () => {
    const ratings = ['[4, 5, 3]', '[1, 2, 2]', '[5, 5, 5]', '[3, 1, 4]'];
    expect(roles({ Name: names, interests: ratings })['interests']).toBe('ignored');
  });

  it('takes steps of a scale under the name of a skill for no skills', () => {
    const steps = ['Necessary', 'Nice to have', 'Unnecessary', 'Necessary'];
    expect(roles({ Name: names, JobSkillImportanceSQL: steps })['JobSkillImportanceSQL']).not.toBe('skills');
  });

  it('asks nobody for consent who is asked how something is done', () => {
    const asked = {
      'How do you share your code with others? [Online]': ['Yes', 'No', 'N/A', 'No'],
      'How do you share your code with others? [At meet-ups]': ['No', 'No', 'Yes', 'N/A'],
    };
    expect(Object.values(roles(asked))).toEqual(['prompt_responses', 'prompt_responses']);
    const how = 'How may we show your profile to others?';
    expect(roles({ [how]: ['Public', 'Hidden', 'Public', 'Hidden'] })[how]).toBe('is_public');
  });

  it('keeps a question of which a word names something technical', () => {
    const kinds = ['Peer mentoring', 'Group mentoring', 'Peer mentoring', 'Reverse mentoring'];
    const { 'Which type of mentoring are you looking for?': type } = roles({
      Name: names,
      'Which type of mentoring are you looking for?': kinds,
    });
    expect(type).toBe('looking_for');
    const terms = 'In terms of the club, what are your areas of expertise?';
    expect(roles({ Name: names, [terms]: ['Tax', 'Law', 'Law', 'Tax'] })[terms]).toBe('skills');
  });

  it('reads no option into a heading that has a meaning of its own', () => {
    expect(
      options({ email: emails, email_verified: ['true', 'true', 'false', 'true'] })['email_verified'],
    ).toBe('ignored');
  });

  it('finds the options of a question by what is written where they were chosen', () => {
    expect(
      options({
        'other.lang.Go': ['Go', '', 'Go', ''],
        'other.lang.Web pages': ['', 'Web pages', '', ''],
      }),
    ).toEqual({
      'other.lang.Go': 'prompt_responses: Go',
      'other.lang.Web pages': 'prompt_responses: Web pages',
    });
  });

  it('reads long options of a sign-up sheet, and no slots of a timetable', () => {
    const long = 'Build from source, on a machine of my own';
    const slots = Array.from({ length: 6 }, (_, at): [string, string[]] => [
      `Slot ${at + 1}`,
      ['1', '0', '1', '1'],
    ]);
    expect(
      options({
        Name: names,
        [long]: [long, '', '', long],
        Anaconda: ['Anaconda', '', '', ''],
        'None of the above': ['', '', 'None of the above', ''],
        ...Object.fromEntries(slots),
      }),
    ).toMatchObject({
      [long]: `all_traits: ${long}`,
      Anaconda: 'all_traits: Anaconda',
      'None of the above': 'ignored',
      'Slot 1': 'ignored',
    });
  });

  it('takes no answers of a scale for a position or an employer', () => {
    const agree = ['Strongly agree', 'Neither agree or disagree', 'Somewhat disagree', 'Very often'];
    const asked = { 'My current position is part of my career': agree, 'My employer is fair': agree };
    expect(Object.values(roles(asked))).toEqual(['prompt_responses', 'prompt_responses']);
  });

  it('takes years of experience for a level, and a date above ticks for attendance', () => {
    expect(
      roles({
        Name: names,
        Experience: ['3 years', '5+ years', '1-2 years', '10 years'],
        '10.1.': ['x', '', 'e', ''],
      }),
    ).toMatchObject({ Experience: 'level', '10.1.': 'ignored' });
  });

  it('reads a table without a header by its values, apart from what may be personal', () => {
    const headings = Array.from({ length: 5 }, (_, at) => ({ name: `column ${at + 1}`, text: '' }));
    const columns = planColumns(headings, [
      ['Ada', 'Ben', 'Cem', 'Dee'],
      ['Ash', 'Birch', 'Cedar', 'Dogwood'],
      ['Welding, baking', 'Baking', 'Sewing, welding', 'Baking, sewing'],
      ['Female', 'Male', 'Male', 'Female'],
      ['Leeds', 'York', 'Leeds', 'York'],
    ]);
    expect(columns.map(({ role }) => role)).toEqual([
      'first_name',
      'last_name',
      'all_traits',
      'ignored',
      'prompt_responses',
    ]);
  });

  it('reads the labels of a query and the keys of a directory', () => {
    expect(
      roles({
        personLabel: names,
        occupationLabel: ['botanist', 'painter', 'painter', 'botanist'],
        'address.addressLocality': ['Leeds', 'York', 'Leeds', 'York'],
        'location.type': ['Point', 'Point', 'Point', 'Point'],
        'worksFor.name': ['Kew Gardens', 'Tate', 'Tate', 'Kew Gardens'],
        knowsAbout: ['Ferns', 'Mosses', 'Ferns', 'Oils'],
      }),
    ).toEqual({
      personLabel: 'full_name',
      occupationLabel: 'role',
      'address.addressLocality': 'location',
      'location.type': 'ignored',
      'worksFor.name': 'company',
      knowsAbout: 'skills',
    });
  });
});

describe('questions of surveys', () => {
  it.each([
    ['In which subject is your highest degree/qualification?', 'skills', false],
    ['In which disciplines do you work (select as many as apply)', 'all_traits', true],
    ['What type of organization do you work for?', 'company', false],
    ['What type of organization do you work for?', 'all_traits', true],
  ])('reads %s as %s: %s', (question, role, isSo) => {
    const values = ['Chemistry', 'University', 'Chemistry', 'Museum'];
    expect(roles({ Name: names, [question]: values })[question] === role).toBe(isSo);
  });

  it('takes an option that ends in a word for numbers for no number', () => {
    const options = {
      'Sublime Text': ['Sublime Text', '', '', ''],
      'VS Code': ['VS Code', '', 'VS Code', ''],
    };
    expect(Object.values(roles({ Name: names, ...options }))).toEqual([
      'full_name',
      'all_traits',
      'all_traits',
    ]);
  });

  it.each([
    'What can you offer, and what are you looking for?',
    'What skills do you have and want to learn?',
    'Was kannst du gut und was möchtest du lernen?',
  ])('takes %s for no list of skills', (question) => {
    expect(roles({ Name: names, [question]: ['Rides', 'Tools', 'Rides', 'Tools'] })[question]).toBe(
      'prompt_responses',
    );
  });

  it('takes facts about a company for no name of one', () => {
    const told = {
      company_size: ['10', '20', '50', '10'],
      company_region: ['North', 'South', 'North', 'East'],
    };
    const question = 'Which area does the organisation cover?';
    const planned = roles({ Name: names, ...told, [question]: ['North', 'South', 'North', 'East'] });
    expect(Object.values(planned)).not.toContain('company');
    expect(
      roles({ Name: names, 'Latest company': ['Acme', 'Globex', 'Acme', 'CERN'] })['Latest company'],
    ).toBe('company');
  });
});

describe('ticket shops', () => {
  it('takes the holder of a ticket, not who ordered it', () => {
    const boss = ['boss@acme.example', 'boss@acme.example', 'boss@acme.example', 'boss@acme.example'];
    expect(
      roles({ 'Ticket Full Name': names, 'Ticket Email': emails, 'Order Name': boss, 'Order Email': boss }),
    ).toEqual({
      'Ticket Full Name': 'full_name',
      'Ticket Email': 'email',
      'Order Name': 'ignored',
      'Order Email': 'ignored',
    });
  });

  it('reads each question behind the word for a question by itself', () => {
    const yes = ['Yes', 'No', 'Yes', 'No'];
    expect(
      roles({
        'Question: Which topics interest you?': ['GIS', 'Maps', 'GIS', 'Maps'],
        'Question: Company': ['Acme', 'Acme', 'Globex', 'CERN'],
        'Question: May we list you in the member directory?': yes,
      }),
    ).toEqual({
      'Question: Which topics interest you?': 'interests',
      'Question: Company': 'company',
      'Question: May we list you in the member directory?': 'is_public',
    });
  });

  it('finds the options of a question behind its code', () => {
    const told = {
      q1_skill_sewing: ['Mentioned', 'Not mentioned'],
      q1_skill_baking: ['Not mentioned', 'Mentioned'],
    };
    expect(options(told)).toEqual({ q1_skill_sewing: 'skills: sewing', q1_skill_baking: 'skills: baking' });
  });

  it('knows the statuses of clubs', () => {
    expect(roles({ Status: ['Aktivmitglied', 'Passivmitglied', 'Ehemalige', 'Aktivmitglied'] })).toEqual({
      Status: 'membership_status',
    });
  });
});

it.each(['Member', 'Employee', 'Participant'])('reads names under "%s" as names, not as ids', (heading) => {
  const told = ['Ash, Ada (she/her)', 'Birch, Ben (he/him)', 'Cedar, Cem', 'Dogwood, Dee (they/them)'];
  expect(roles({ [heading]: told })).toEqual({ [heading]: 'full_name' });
});

it('reads the names of children where nobody else is named', () => {
  const child = {
    'Child first name': ['Ada', 'Ben', 'Cem', 'Dee'],
    "Child's surname": ['Ash', 'Birch', 'Cedar', 'Oak'],
  };
  expect(roles({ 'Parent email': emails, ...child })).toEqual({
    'Parent email': 'ignored',
    'Child first name': 'first_name',
    "Child's surname": 'last_name',
  });
  expect(roles({ Name: names, ...child })).toMatchObject({ 'Child first name': 'ignored' });
});
