/** The file formats members can be imported from. */
export type MemberFormat = 'csv' | 'ndjson' | 'json';

const formats = new Map<string, MemberFormat>(
  Object.entries({
    'text/csv': 'csv',
    'application/csv': 'csv',
    'application/vnd.ms-excel': 'csv',
    'application/x-ndjson': 'ndjson',
    'application/ndjson': 'ndjson',
    'application/jsonl': 'ndjson',
    'application/x-jsonlines': 'ndjson',
    'application/json-lines': 'ndjson',
    'application/json': 'json',
    csv: 'csv',
    tsv: 'csv',
    'text/tab-separated-values': 'csv',
    ndjson: 'ndjson',
    jsonl: 'ndjson',
    json: 'json',
  } as const),
);

/** The format a content type (`text/csv; charset=utf-8`) or a file name (`members.ndjson`) stands for. */
export function formatOf(contentTypeOrFileName: string): MemberFormat | undefined {
  const name = (contentTypeOrFileName.split(';')[0] ?? '').trim().toLowerCase();
  return formats.get(name) ?? formats.get(/\.([a-z]+)$/.exec(name)?.[1] ?? '');
}
