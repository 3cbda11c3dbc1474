import { describe, expect, it } from '@jest/globals';
import { PersonFinder, PersonSurvey } from './persons.ts';
import type { RowIdentity } from './persons.ts';

/** A row as "id email name", with "-" for what it lacks. */
function row(text: string): RowIdentity {
  const [id = '-', email = '-', ...name] = text.split(' ');
  return {
    external_id: id === '-' ? null : id,
    email: email === '-' ? null : email,
    name: () => name.join(' '),
  };
}

/** Surveys rows and finds the person of each. */
function personsOf(...texts: string[]) {
  const rows = texts.map(row);
  const survey = new PersonSurvey();
  for (const each of rows) {
    survey.take(each);
  }
  const finder = new PersonFinder(survey, 'source');
  const persons = rows.map((each, at) => finder.identify(each, at + 2, [texts[at], at]));
  return { survey, persons };
}

/** For each row the number of the first row of its person. */
function whose(...texts: string[]): number[] {
  const keys = personsOf(...texts).persons.map(({ key }) => key);
  return keys.map((key) => keys.indexOf(key));
}

describe('PersonFinder', () => {
  it('tells people apart by id, else by e-mail address, else by name, else by the row itself', () => {
    const { persons, survey } = personsOf('1 a@x.org ann', '- b@x.org ben', '- - cy', '- -', '- -');
    expect(persons.map(({ kind }) => kind)).toEqual(['external_id', 'email', 'name', 'line', 'line']);
    expect(new Set(persons.map(({ key }) => key)).size).toBe(5);
    expect(survey.rows).toEqual({ external_id: 1, email: 1, name: 1, line: 2 });
    expect(persons[2]?.external_id).toBe('name:cy');
  });

  it('joins rows by id and by e-mail address, wherever they stand', () => {
    expect(whose('1 - -', '2 - -', '1 - -')).toEqual([0, 1, 0]);
    expect(whose('- a@x.org', '- b@x.org', '- a@x.org')).toEqual([0, 1, 0]);
  });

  it('joins a row without the id by the e-mail address, before and after the row with it', () => {
    expect(whose('1 a@x.org', '- a@x.org', '2 b@x.org')).toEqual([0, 0, 2]);
    expect(whose('- a@x.org', '2 b@x.org', '1 a@x.org')).toEqual([0, 1, 0]);
    const { persons } = personsOf('- a@x.org', '1 a@x.org');
    expect(persons.map(({ external_id }) => external_id)).toEqual(['1', '1']);
  });

  it('waits for rows without the id as long as any of the rows with it may have some', () => {
    const { persons } = personsOf('1 a@x.org', '1 -', '- a@x.org');
    expect(new Set(persons.map(({ key }) => key)).size).toBe(1);
    expect(Math.max(...persons.map(({ mostRows }) => mostRows))).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves a shared address with the first of several people, and says where it stands', () => {
    const { persons, survey } = personsOf('1 a@x.org ann', '2 a@x.org ben', '- a@x.org cy');
    expect(persons.map(({ email }) => email)).toEqual(['a@x.org', null, null]);
    expect(persons[1]?.without?.reason).toContain('line 2');
    expect(persons.map(({ kind }) => kind)).toEqual(['external_id', 'external_id', 'name']);
    expect([...survey.shared]).toEqual(['a@x.org']);
  });

  it('joins a row without id to the row of that name that has the shared address', () => {
    expect(whose('1 a@x.org ann', '- a@x.org ann', '2 a@x.org ben', '- a@x.org cy')).toEqual([0, 0, 2, 3]);
  });

  it.each([
    ['by the names of their rows', ['- a@x.org ann', '- a@x.org ben']],
    ['by their ids', ['1 a@x.org', '2 a@x.org']],
    ['by two ids beside a row with none', ['- a@x.org', '1 a@x.org', '2 a@x.org']],
    ['by two ids around a row with none', ['1 a@x.org', '- a@x.org', '2 a@x.org']],
  ])('tells people with one address apart %s', (_how, rows) => {
    const { persons, survey } = personsOf(...rows);
    expect([...survey.shared]).toEqual(['a@x.org']);
    expect(persons.filter(({ email }) => email !== null)).toHaveLength(1);
    expect(new Set(persons.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('takes a repeated name for one person where many names repeat, and for several where few do', () => {
    expect(whose('- - ann', '- - ann', '- - ben', '- - ben', '- - cy')).toEqual([0, 0, 2, 2, 4]);
    const others = Array.from({ length: 10 }, (_, at) => `- - other ${at}`);
    expect(whose('- - ann', '- - ann', ...others).slice(0, 2)).toEqual([0, 1]);
    const { persons } = personsOf('- - ann', '- - ann', ...others);
    expect(persons.slice(0, 2).map(({ kind }) => kind)).toEqual(['name', 'line']);
  });
});
