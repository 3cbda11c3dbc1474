import { describe, expect, it } from '@jest/globals';
import {
  contentTypeOfFileName,
  formatOfContentType,
  formatOfFileName,
  memberFormats,
  memberFormatsInWords,
} from './member-files.ts';

describe('the formats of member files', () => {
  it('are recognised by content type', () => {
    expect(formatOfContentType('text/csv; charset=utf-8')).toBe('csv');
    expect(formatOfContentType('application/x-ndjson')).toBe('ndjson');
    expect(formatOfContentType('Application/JSON')).toBe('json');
    const none = ['text/html', 'text/plain', 'constructor', 'csv', 'members.csv', 'text/x.csv', ''];
    expect(none.map(formatOfContentType)).toEqual(none.map(() => undefined));
  });

  it('are recognised by file name', () => {
    const names = ['exports/Members.2024.CSV', 'a.tsv', 'a.TAB', 'a.jsonl', 'a.ndjson', 'a.b.json'];
    expect(names.map(formatOfFileName)).toEqual(['csv', 'csv', 'csv', 'ndjson', 'ndjson', 'json']);
    const none = ['members', 'csv', 'a.xlsx', 'a.txt', 'a.csv.gz', 'text/csv', 'constructor', ''];
    expect(none.map(formatOfFileName)).toEqual(none.map(() => undefined));
  });

  it('are sent as a content type of their own', () => {
    for (const [format, { endings }] of Object.entries(memberFormats)) {
      for (const ending of endings) {
        expect(formatOfContentType(contentTypeOfFileName(`members${ending}`) ?? '')).toBe(format);
      }
    }
  });

  it('share neither an ending nor a content type', () => {
    const all = Object.values(memberFormats).flatMap(({ endings, contentTypes }) => [
      ...endings,
      ...contentTypes,
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(all.map((word) => word.toLowerCase()));
  });

  it('are listed in words', () => {
    expect(memberFormatsInWords).toBe('CSV, NDJSON or a JSON array');
  });
});
