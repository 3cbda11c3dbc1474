import { expect, it } from '@jest/globals';
import { formatOf } from './format.ts';

it('knows a format by content type or file name', () => {
  expect(formatOf('text/csv; charset=utf-8')).toBe('csv');
  expect(formatOf('application/x-ndjson')).toBe('ndjson');
  expect(formatOf('Application/JSON')).toBe('json');
  expect(formatOf('exports/Members.2024.CSV')).toBe('csv');
  expect(formatOf('members.jsonl')).toBe('ndjson');
  expect(formatOf('members.json')).toBe('json');
  expect(formatOf('text/html')).toBeUndefined();
  expect(formatOf('constructor')).toBeUndefined();
  expect(formatOf('members')).toBeUndefined();
});
