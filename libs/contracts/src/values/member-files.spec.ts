import { describe, expect, it } from '@jest/globals';
import {
  contentTypeOfFileName,
  formatOfContentType,
  formatOfFileName,
  isMemberContentType,
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
    const names = [
      'exports/Members.2024.CSV',
      'a.tsv',
      'a.TAB',
      'a.jsonl',
      'a.ndjson',
      'a.b.json',
      'a.csv.gz',
      'a.XLSX',
    ];
    expect(names.map(formatOfFileName)).toEqual([
      'csv',
      'csv',
      'csv',
      'ndjson',
      'ndjson',
      'json',
      'csv',
      'xlsx',
    ]);
    const none = ['members', 'csv', 'a.xls', 'a.txt', 'a.gz', 'text/csv', 'constructor', ''];
    expect(none.map(formatOfFileName)).toEqual(none.map(() => undefined));
  });

  it('are sent as a content type of their own', () => {
    for (const [format, { endings }] of Object.entries(memberFormats)) {
      for (const ending of endings) {
        expect(formatOfContentType(contentTypeOfFileName(`members${ending}`) ?? '')).toBe(format);
        expect(contentTypeOfFileName(`members${ending}.gz`)).toBe('application/gzip');
      }
    }
  });

  it('are accepted by content type, as are bytes of which the content tells what they are', () => {
    const accepted = [
      'application/octet-stream',
      'application/gzip',
      'Text/VCard; charset=utf-8',
      'text/csv',
    ];
    expect(accepted.filter((type) => !isMemberContentType(type))).toEqual([]);
    const rejected = ['multipart/form-data; boundary=x', 'text/plain', 'image/png', ''];
    expect(rejected.filter(isMemberContentType)).toEqual([]);
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
    expect(memberFormatsInWords).toBe('CSV, Excel, OpenDocument, NDJSON, JSON, YAML or vCard');
  });
});
