import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ColumnMapping } from '@warren/contracts';
import { emails, ids, names, options, plan, roles } from '../../test/planned-columns.ts';
import type { Column } from './column.ts';
import { planColumns, planLateColumn } from './plan-columns.ts';

describe('headings and values together', () => {
  it('takes a column named Skills that holds only numbers for levels', () => {
    const { Skills } = plan({ Email: emails, Skills: ['3', '4', '5', '2'] });
    expect(Skills).toMatchObject({ role: 'level', reason: 'heading "Skills", but its values are numbers' });
  });

  it('reads no e-mail column without addresses', () => {
    expect(roles({ ID: ids, Email: ['yes', 'no', 'yes', 'no'] })).toEqual({
      ID: 'external_id',
      Email: 'ignored',
    });
  });

  it('reads an e-mail column most of whose values are placeholders', () => {
    expect(
      roles({ ID: ids, Email: ['n/a', 'k.A.', 'none', 'ada@example.org, ada@work.example'] }).Email,
    ).toBe('email');
  });

  it('finds addresses under a heading that says nothing', () => {
    const { Kontakt1 } = plan({ Kontakt1: emails });
    expect(Kontakt1).toMatchObject({ role: 'email', confidence: 0.6 });
  });

  it('leaves addresses of other people alone', () => {
    expect(roles({ Email: emails, "Manager's email": emails, 'Buyer Email': emails })).toEqual({
      Email: 'email',
      "Manager's email": 'ignored',
      'Buyer Email': 'ignored',
    });
  });

  it('takes no objects for a biography', () => {
    expect(roles({ id: ids, profile: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }] }).profile).toBe('ignored');
  });

  it('keeps answers in sentences as answers', () => {
    const question = 'What are your skills?';
    const answers = [
      'I have been welding for ten years and love to teach it.',
      'I can bake bread, cakes and also pizza for many people at once.',
      'Nothing special really, but I am happy to help out.',
      'I do the books for a small firm in town.',
    ];
    expect(plan({ Email: emails, [question]: answers })[question]).toMatchObject({
      role: 'prompt_responses',
      prompt: question,
    });
  });

  it('reads a status only where most values are statuses', () => {
    const read = ['Active', 'Lapsed', 'Active', 'Grace'];
    expect(roles({ ID: ids, Status: read }).Status).toBe('membership_status');
    expect(roles({ ID: ids, Status: ['Gold', 'Silver', 'Gold', 'Gold'] }).Status).toBe('ignored');
    expect(roles({ ID: ids, Status: ['IP Address', 'IP Address', 'IP Address', 'IP Address'] }).Status).toBe(
      'ignored',
    );
  });

  it('ignores what has no value', () => {
    expect(roles({ Email: emails, Extra: ['', '', '', ''] }).Extra).toBe('ignored');
  });

  it('puts a question that is no field among the answers, with its wording', () => {
    const question = '4. What makes a *good* evening? (optional)';
    expect(
      plan({ Email: emails, [question]: ['Tea', 'Chess', 'Tea and chess', 'Film'] })[question],
    ).toMatchObject({
      role: 'prompt_responses',
      prompt: 'What makes a good evening? (optional)',
    });
  });

  it('keeps yes and no to a single question as an answer', () => {
    expect(
      plan({ Email: emails, 'Are you willing to mentor?': ['Yes', 'No', 'Yes', 'No'] })[
        'Are you willing to mentor?'
      ],
    ).toMatchObject({ role: 'prompt_responses', prompt: 'Are you willing to mentor?' });
  });
});

describe('columns beside each other', () => {
  it('reads a form of address as no role', () => {
    expect(
      roles({ Title: ['Dr.', 'Ms.', '', 'Herr'], 'Job Title': ['Chemist', 'Smith', 'Cook', 'Cook'] }),
    ).toEqual({
      Title: 'ignored',
      'Job Title': 'role',
    });
  });

  it('prefers a heading that says more to "Title"', () => {
    const { Title } = plan({
      Title: ['Lead', 'Head', 'Lead', 'Lead'],
      'Job Title': ['Chemist', 'Smith', 'Cook', 'Cook'],
    });
    expect(Title).toMatchObject({ role: 'ignored', reason: '"Job Title" says more' });
  });

  it.each([
    ['Name', 'Vorname', 'last_name'],
    ['Nom', 'Prénom', 'last_name'],
    ['Nome', 'Cognome', 'first_name'],
    ['Nombre', 'Apellidos', 'first_name'],
    ['Naam', 'Voornaam', 'last_name'],
    ['Nome', 'Sobrenome', 'first_name'],
  ])('reads "%s" beside "%s" as %s', (name, other, role) => {
    const single = ['Ada', 'Ben', 'Cem', 'Dee'];
    expect(roles({ [name]: single, [other]: ['Ash', 'Birch', 'Cedar', 'Elm'] })[name]).toBe(role);
  });

  it('reads a country as the place where there is no city, and as a trait beside one', () => {
    const country = ['Peru', 'Peru', 'Japan', 'Japan'];
    expect(roles({ Email: emails, Country: country }).Country).toBe('location');
    expect(
      roles({ Email: emails, City: ['Lima', 'Lima', 'Osaka', 'Osaka'], Country: country }),
    ).toMatchObject({
      City: 'location',
      Country: 'all_traits',
    });
  });

  it('reads a second web address among the addresses', () => {
    const sites = emails.map((_, at) => `https://site${at}.example`);
    expect(roles({ Email: emails, Website: sites, URL: sites })).toMatchObject({
      Website: 'website',
      URL: 'urls',
    });
  });

  it('prefers a whole name to a short one', () => {
    expect(roles({ id: ids, name: ['ada', 'ben', 'cem', 'dee'], 'profile.real_name': names })).toMatchObject({
      name: 'ignored',
      'profile.real_name': 'full_name',
    });
  });
});

describe('what tells members apart', () => {
  it('names one id, the one that says most about the person', () => {
    const planned = plan({ username: ['ada', 'ben', 'cem', 'dee'], 'Response ID': ids, 'Member ID': ids });
    expect(planned['Member ID']?.role).toBe('external_id');
    expect(planned.username).toMatchObject({
      role: 'ignored',
      reason: 'members are told apart by "Member ID"',
    });
    expect(planned['Response ID']?.role).toBe('ignored');
  });

  it('takes no number that different people share', () => {
    const planned = plan({ 'Member ID': ['1', '1', '2', '2'], Email: emails });
    expect(planned['Member ID']).toMatchObject({
      role: 'ignored',
      reason: 'different people have the same value of "Member ID"',
    });
  });

  it('takes an id that repeats with the same person', () => {
    expect(
      roles({
        member_id: ['1', '1', '2', '2'],
        name: ['Ada', 'Ada', 'Ben', 'Ben'],
        skill: ['a', 'b', 'c', 'd'],
      }),
    ).toEqual({
      member_id: 'external_id',
      name: 'full_name',
      skill: 'skills',
    });
  });

  it('tells that a spreadsheet has rounded the numbers', () => {
    const { 'Member ID': id } = plan({
      'Member ID': ['1.23457E+11', '1.23457E+11', '1.23458E+11', '2'],
      Email: emails,
    });
    expect(id?.role).toBe('ignored');
    expect(id?.reason).toContain('rounded by a spreadsheet');
  });

  it('takes no running number for an id', () => {
    expect(roles({ '#': ['1', '2', '3', '4'], 'Unnamed: 0': ['0', '1', '2', '3'], Email: emails })).toEqual({
      '#': 'ignored',
      'Unnamed: 0': 'ignored',
      Email: 'email',
    });
  });

  it('takes the address of a profile only where nothing else tells members apart', () => {
    const profiles = ['a', 'b', 'c', 'd'].map((name) => `https://social.example/in/${name}`);
    expect(roles({ URL: profiles, Email: ['', 'ben@example.org', '', ''] }).URL).toBe('external_id');
    expect(roles({ URL: profiles, Email: emails }).URL).toBe('website');
  });

  it('takes codes under an odd heading where there is nothing else', () => {
    expect(roles({ Ref: ids, Skills: ['Welding', 'Baking', 'Sewing', 'Baking'] }).Ref).toBe('external_id');
  });
});

describe('a column for each option', () => {
  const tick: [string, string, string][] = [
    ['Yes and No', 'Yes', 'No'],
    ['1 and 0', '1', '0'],
    ['x and nothing', 'x', ''],
    ['TRUE and FALSE', 'TRUE', 'FALSE'],
    ['a tick and nothing', '✓', ''],
    ['Ja and Nein', 'Ja', 'Nein'],
  ];
  it.each(tick)('reads %s below bracketed options', (_, yes, no) => {
    expect(
      options({
        Email: emails,
        'Skills [Welding]': [yes, no, yes, no],
        'Skills [Baking]': [yes, yes, no, yes],
      }),
    ).toEqual({ Email: 'email', 'Skills [Welding]': 'skills: Welding', 'Skills [Baking]': 'skills: Baking' });
  });

  it.each([
    ['Skills - Welding', 'Skills - Baking'],
    ['Skills (choice=Welding)', 'Skills (choice=Baking)'],
    ['skills/Welding', 'skills/Baking'],
    ['skills___Welding', 'skills___Baking'],
    ['Skills: Welding', 'Skills: Baking'],
    ['Skills.Welding', 'Skills.Baking'],
    ['skill_Welding', 'skill_Baking'],
    [
      'Which skills do you have? - Selected Choice - Welding',
      'Which skills do you have? - Selected Choice - Baking',
    ],
    [
      'Q7_Part_1§Which skills do you have? - Selected Choice - Welding',
      'Q7_Part_2§Which skills do you have? - Selected Choice - Baking',
    ],
    ['Which skills do you have?§Welding', 'Which skills do you have?§Baking'],
  ])('reads the form %s', (welding, baking) => {
    expect(
      options({ Email: emails, [welding]: ['1', '0', '1', '0'], [baking]: ['0', '0', '1', '1'] }),
    ).toEqual({
      Email: 'email',
      [welding]: 'skills: Welding',
      [baking]: 'skills: Baking',
    });
  });

  it('reads the label itself where it was chosen, and another answer beside it', () => {
    const question = 'Which skills do you have?';
    expect(
      options({
        [`${question}§Welding`]: ['Welding', '', 'Welding', ''],
        [`${question}§Baking`]: ['Not selected', 'Baking', 'Not selected', 'Not selected'],
        [`${question}§Other (please specify)`]: ['Falconry', '', '', ''],
      }),
    ).toEqual({
      [`${question}§Welding`]: 'skills: Welding',
      [`${question}§Baking`]: 'skills: Baking',
      [`${question}§Other (please specify)`]: 'skills',
    });
  });

  it('makes no label of "Other" and "None of the above"', () => {
    expect(
      options({
        'Skills [Welding]': ['1', '0', '0', '0'],
        'Skills [Other crafts]': ['1', '0', '0', '0'],
        'Skills [Other]': ['0', '1', '0', '0'],
        'Skills [None of the above]': ['0', '0', '1', '1'],
      }),
    ).toEqual({
      'Skills [Welding]': 'skills: Welding',
      'Skills [Other crafts]': 'skills: Other crafts',
      'Skills [Other]': 'ignored',
      'Skills [None of the above]': 'ignored',
    });
  });

  it('reads a block of fields below one heading by the lower row', () => {
    const planned = plan({ 'Contact information§Name': names, 'Contact information§Email Address': emails });
    expect(planned['Contact information§Name']?.role).toBe('full_name');
    expect(planned['Contact information§Email Address']).toMatchObject({
      role: 'email',
      reason: 'heading "Email Address"',
    });
  });

  it('takes the labels from the cells where headings have none', () => {
    expect(options({ Q7_Part_1: ['Python', '', 'Python', ''], Q7_Part_2: ['', 'R', '', 'R'] })).toEqual({
      Q7_Part_1: 'prompt_responses: Python',
      Q7_Part_2: 'prompt_responses: R',
    });
  });

  it('makes no label of a number', () => {
    expect(
      options({ record_id: ids, skills___1: ['1', '0', '1', '0'], skills___2: ['0', '0', '1', '0'] }),
    ).toMatchObject({
      skills___1: 'prompt_responses',
      skills___2: 'prompt_responses',
    });
  });

  it('leaves out the column that says the same once more, and takes its labels', () => {
    expect(
      options({
        skills: ['Bee keeping; Welding', 'Welding'],
        'skills/bee_keeping': ['1', '0'],
        'skills/welding': ['1', '1'],
      }),
    ).toEqual({
      skills: 'ignored',
      'skills/bee_keeping': 'skills: Bee keeping',
      'skills/welding': 'skills: Welding',
    });
  });

  it('keeps the column that says more than its options', () => {
    expect(
      options({
        skills: ['welding falconry', 'baking cooking'],
        'skills/baking': ['0', '1'],
        'skills/welding': ['1', '0'],
      }).skills,
    ).toBe('skills');
  });

  it('makes no list of a matrix of ratings', () => {
    const planned = plan({
      'Rate your skills [Welding]': ['1', '5', '3', '2'],
      'How do you find us? [The food]': ['Good', 'Poor', 'Very good', 'Good'],
    });
    expect(planned['Rate your skills [Welding]']).toMatchObject({
      role: 'prompt_responses',
      prompt: 'Rate your skills – Welding',
    });
    expect(planned['How do you find us? [The food]']?.role).toBe('prompt_responses');
  });

  it('reads a sign-up sheet, and is not sure of it', () => {
    const planned = plan({
      Name: names,
      Welcome: ['x', '', 'x', ''],
      Kitchen: ['', 'x', 'x', ''],
      Bar: ['x', 'x', '', 'x'],
    });
    expect(planned.Kitchen).toMatchObject({ role: 'all_traits', option: 'Kitchen' });
    expect(planned.Kitchen?.confidence).toBeLessThan(0.5);
  });

  it('makes no options of personal matters', () => {
    expect(
      roles({ Email: emails, 'Gender [Woman]': ['1', '0', '1', '0'], 'Gender [Man]': ['0', '1', '0', '1'] }),
    ).toMatchObject({
      'Gender [Woman]': 'ignored',
      'Gender [Man]': 'ignored',
    });
  });
});

describe('consent', () => {
  const yesNo = ['Yes', 'No', 'Yes', ''];
  it.each([
    ['Share my profile', 'is_public'],
    ['May other members see your answers?', 'is_public'],
    ['Please do not list me in the directory', 'opt_out'],
    ['May we hide your profile?', 'opt_out'],
    ['Ich möchte nicht im Mitgliederverzeichnis stehen', 'opt_out'],
    ['I agree to receive the newsletter', 'ignored'],
    ['Dürfen wir Fotos von dir veröffentlichen?', 'ignored'],
    ['Accetto il trattamento dei dati', 'ignored'],
  ])('reads "%s" as %s', (heading, role) => {
    expect(roles({ Email: emails, [heading]: yesNo })[heading]).toBe(role);
  });
});

it('obeys a mapping, by name and by text', () => {
  const headings = [
    { name: 'A (2)', text: 'A' },
    { name: 'Gender', text: 'Gender' },
    { name: 'Bee', text: 'Bee' },
  ];
  const mapping: ColumnMapping = {
    A: 'interests',
    Gender: 'all_traits',
    Bee: { role: 'skills', option: 'Bee keeping' },
  };
  const columns = planColumns(headings, [['1'], ['x'], ['x']], mapping);
  expect(columns).toMatchObject([
    { role: 'interests', confidence: 1 },
    { role: 'all_traits', confidence: 1 },
    { role: 'skills', option: 'Bee keeping', confidence: 1 },
  ]);
});

describe('a column that comes late', () => {
  it('is read by its heading', () => {
    expect(planLateColumn({ name: 'interests', text: 'interests' }, []).role).toBe('interests');
  });

  it('is no second id', () => {
    const known: Column = {
      name: 'Member ID',
      role: 'external_id',
      confidence: 0.95,
      reason: 'heading "Member ID"',
    };
    expect(planLateColumn({ name: 'id', text: 'id' }, [known]).role).toBe('ignored');
    expect(planLateColumn({ name: 'id', text: 'id' }, []).role).toBe('external_id');
  });
});

it('plans a column for every heading, whatever the file holds', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'Skills [x]',
      'Skills [',
      '[]',
      'a/b',
      'a/c',
      '___',
      'Q1_Part_1',
      'Email',
      'ID',
      'Name',
      '(choice=)',
      '__proto__',
      'constructor',
    ),
  );
  const cell = fc.oneof(
    fc.string(),
    fc.anything(),
    fc.constantFrom('1', '0', 'x', '', 'yes', 'a@example.org'),
  );
  const heading = fc.record({ name: text, text, option: text }, { requiredKeys: ['name', 'text'] });
  fc.assert(
    fc.property(
      fc.array(heading, { maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 9 }),
      (headings, samples) => {
        const columns = planColumns(headings, samples);
        expect(columns.map(({ name }) => name)).toEqual(headings.map(({ name }) => name));
        expect(columns.filter(({ role }) => role === 'external_id').length).toBeLessThan(2);
        expect(
          columns.every(({ reason, confidence }) => reason !== '' && confidence >= 0 && confidence <= 1),
        ).toBe(true);
      },
    ),
  );
});
