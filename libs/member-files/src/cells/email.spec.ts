import { describe, expect, it } from '@jest/globals';
import { emails } from './email.ts';

describe('emails', () => {
  it.each([
    ['Ada@Example.org', 'ada@example.org'],
    ['Ada Ash <ada@example.org>', 'ada@example.org'],
    ['"Ash, Ada" <ada@example.org>', 'ada@example.org'],
    ['<ada@example.org>', 'ada@example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['mailto:ada@example.org?subject=Hi', 'ada@example.org'],
    ['[ada@example.org](mailto:ada@example.org)', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['ada＠example.org', 'ada@example.org'],
    ['ada@example.org\u200b', 'ada@example.org'],
    ['a.d.a+list@gmail.com', 'a.d.a+list@gmail.com'],
    ["o'brien@example.org", "o'brien@example.org"],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ['ada@example.org, ADA@example.org', 'ada@example.org'],
    ['Work: ada@example.org', 'ada@example.org'],
  ])('finds the address of %s', (cell, expected) => {
    const told: string[] = [];
    expect(emails(cell, (reason) => told.push(reason))).toBe(expected);
    expect(told).toEqual([]);
  });

  it.each([
    'ada@example.org, ben@example.org',
    'ada@example.org;ben@example.org',
    'ada@example.org ::: ben@example.org',
    'ada@example.org / ben@example.org',
    'ada@example.org ben@example.org',
    'ada@example.org\nben@example.org',
    'Ada <ada@example.org>, Ben <ben@example.org>',
  ])('takes the first of several, and says so: %j', (cell) => {
    const told: string[] = [];
    expect(emails(cell, (reason) => told.push(reason))).toBe('ada@example.org');
    expect(told).toEqual([expect.stringContaining('holds 2 addresses: the first was taken')]);
  });

  it.each([
    '',
    ' ',
    null,
    undefined,
    'n/a',
    '-',
    'keine',
    'none@none.com',
    'no@email.com',
    'test@test.com',
    [],
  ])('finds none in %j', (cell) => {
    expect(emails(cell)).toBeNull();
  });

  it.each([
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada at example.org',
    'a@b@c.org',
    'ada..ash@example.org',
  ])('says that %s is no address', (cell) => {
    expect(() => emails(cell)).toThrow(
      `"${cell}" is not an e-mail address: correct it (name@example.org) or leave it out`,
    );
  });

  it('takes no address that storing would change', () => {
    expect(() => emails('a\u0000da@example.org')).toThrow('U+0000');
  });
});

it.each([
  ['objects of a directory', [{ value: 'ada@example.org', type: 'work', primary: true }], 'ada@example.org'],
  ['one object', { value: 'ada@example.org' }, 'ada@example.org'],
  ['marks that hide it', 'ada.ash (at) example [dot] org', 'ada.ash@example.org'],
  ['a mark without blanks', 'ada(at)example.org', 'ada@example.org'],
])('reads an address from %s', (_name, cell, address) => {
  expect(emails(cell)).toBe(address);
});

it('takes the word for an anonymous answer for no address', () => {
  expect(emails('anonymous')).toBeNull();
  expect(emails('Anonym')).toBeNull();
});
