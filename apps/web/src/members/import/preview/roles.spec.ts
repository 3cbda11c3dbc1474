import { describe, expect, it } from '@jest/globals';
import { ColumnReport, ColumnRole } from '@warren/contracts';
import type { ColumnMapping } from '@warren/contracts';
import { chosenValue, corrected, roleOptions, roleValue } from './roles.ts';

const column = (fields: Partial<ColumnReport> = {}): ColumnReport =>
  ColumnReport.parse({
    name: 'Woodwork',
    heading: 'Woodwork',
    role: 'ignored',
    confidence: 0.2,
    reason: 'Nothing in it is known.',
    examples: ['x'],
    ...fields,
  });

describe('the chooser of a column', () => {
  it('offers every role once, and each under a group but Ignore', () => {
    const options = roleOptions(column(), false);
    const roles = options.map(({ value }) => value).filter((value) => !value.startsWith('tick:'));
    expect(roles.toSorted()).toEqual([...ColumnRole.options].toSorted());
    expect(options.filter(({ group }) => group === undefined).map(({ name }) => name)).toEqual(['Ignore']);
  });

  it('offers what a tick means, by the label that was read, else by the heading', () => {
    const names = (of: ColumnReport): string[] => roleOptions(of, false).map(({ name }) => name);
    expect(names(column())).toContain('A tick means “Woodwork” in Skills');
    expect(names(column({ heading: 'Skills [Woodwork]', option: 'Woodwork', role: 'skills' }))).toContain(
      'A tick means “Woodwork” in Skills',
    );
    expect(names(column({ heading: ' ', name: 'column 5' })).join('\n')).not.toContain('A tick means');
  });

  it('can be set back to what Warren would read only where somebody chose', () => {
    expect(roleOptions(column(), false).some(({ value }) => value === 'auto')).toBe(false);
    expect(roleOptions(column(), true)[0]).toEqual({ value: 'auto', name: 'Let Warren decide' });
  });

  it('shows how the column is read, and what was chosen before the file was read again', () => {
    expect(roleValue(column())).toBe('ignored');
    expect(roleValue(column({ role: 'skills', option: 'Woodwork' }))).toBe('tick:skills');
    expect(chosenValue(column(), { Woodwork: 'interests' })).toBe('interests');
    expect(chosenValue(column(), { Woodwork: { role: 'skills', option: 'Wood' } })).toBe('tick:skills');
    expect(chosenValue(column(), { Other: 'bio' })).toBe('ignored');
  });
});

describe('a correction', () => {
  it('is added to the others, by the name of the column', () => {
    const before: ColumnMapping = { Other: 'bio' };
    expect(corrected(before, column(), 'skills')).toEqual({ Other: 'bio', Woodwork: 'skills' });
    expect(corrected(before, column(), 'tick:skills')).toEqual({
      Other: 'bio',
      Woodwork: { role: 'skills', option: 'Woodwork' },
    });
    expect(before).toEqual({ Other: 'bio' });
  });

  it('is taken back alone', () => {
    expect(corrected({ Other: 'bio', Woodwork: 'skills' }, column(), 'auto')).toEqual({ Other: 'bio' });
  });

  it('holds a heading that is a word of JavaScript', () => {
    const strange = column({ name: 'constructor', heading: 'constructor' });
    expect(corrected({}, strange, 'skills')).toEqual({ constructor: 'skills' });
    expect(chosenValue(strange, {})).toBe('ignored');
    expect(JSON.stringify(corrected({}, column({ name: '__proto__' }), 'skills'))).toBe(
      '{"__proto__":"skills"}',
    );
  });
});
