/** A file format that members can be imported from. What a file is, its content decides; these are its usual names. */
interface FileFormat {
  /** Title within a sentence. */
  title: string;
  /** Content types of such files, in lower case; they are sent as the first. */
  contentTypes: readonly [string, ...string[]];
  /** File name endings, in lower case, the usual one first. */
  endings: readonly [string, ...string[]];
}

/**
 * The file formats that members can be imported from: the gateway, the page, `npm start` and `npm run mine` all read this
 * table.
 */
export const memberFormats = {
  csv: {
    title: 'CSV',
    // Browsers on Windows report a CSV file as Excel's. Separators are detected from the content.
    contentTypes: ['text/csv', 'application/csv', 'application/vnd.ms-excel', 'text/tab-separated-values'],
    endings: ['.csv', '.tsv', '.tab'],
  },
  xlsx: {
    title: 'Excel',
    contentTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    endings: ['.xlsx'],
  },
  ods: {
    title: 'OpenDocument',
    contentTypes: ['application/vnd.oasis.opendocument.spreadsheet'],
    endings: ['.ods'],
  },
  ndjson: {
    title: 'NDJSON',
    contentTypes: [
      'application/x-ndjson',
      'application/ndjson',
      'application/jsonl',
      'application/x-jsonlines',
      'application/json-lines',
    ],
    endings: ['.ndjson', '.jsonl'],
  },
  json: {
    title: 'JSON',
    contentTypes: ['application/json', 'text/json'],
    endings: ['.json'],
  },
  yaml: {
    title: 'YAML',
    contentTypes: ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'],
    endings: ['.yaml', '.yml'],
  },
  vcard: {
    title: 'vCard',
    contentTypes: ['text/vcard', 'text/x-vcard', 'text/directory'],
    endings: ['.vcf', '.vcard'],
  },
} as const satisfies Record<string, FileFormat>;

/** Name of a file format that members can be imported from. */
export type MemberFormat = keyof typeof memberFormats;

const formats = Object.entries(memberFormats) as [MemberFormat, FileFormat][];

/** Ending of a compressed file of any format, after or in place of the format's own. */
const gzipEnding = '.gz';
const gzipContentTypes = ['application/gzip', 'application/x-gzip'] as const;

/** Content types that say nothing about the format, which the content tells: compressed, or just bytes. */
const anyContentTypes: readonly string[] = [...gzipContentTypes, 'application/octet-stream'];

/** File name endings of all formats, and that of compressed files. */
export const memberEndings: readonly string[] = [
  ...formats.flatMap(([, { endings }]) => endings),
  gzipEnding,
];

/** The preferred content types of all formats, and those that say nothing about it. */
export const memberContentTypes: readonly string[] = [
  ...formats.map(([, { contentTypes }]) => contentTypes[0]),
  gzipContentTypes[0],
  'application/octet-stream',
];

/** List of the formats for people: "CSV, NDJSON or a JSON array". */
export const memberFormatsInWords = inWords(({ title }) => title);

/** List of the formats with their extensions: "CSV (.csv, .tsv), NDJSON (.ndjson) or …". */
export const memberEndingsInWords = inWords(({ title, endings }) => `${title} (${endings.join(', ')})`);

/** The format of a content type (`text/csv; charset=utf-8`). */
export function formatOfContentType(contentType: string): MemberFormat | undefined {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return formats.find(([, { contentTypes }]) => contentTypes.includes(type))?.[0];
}

/** Returns whether a body of this content type may be a file of members; its content decides which. */
export function isMemberContentType(contentType: string): boolean {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return anyContentTypes.includes(type) || formatOfContentType(type) !== undefined;
}

/** The format of a file name (`Members.CSV`, `members.csv.gz`). */
export function formatOfFileName(name: string): MemberFormat | undefined {
  const lower = withoutGzip(name.trim().toLowerCase());
  return formats.find(([, { endings }]) => endings.some((ending) => lower.endsWith(ending)))?.[0];
}

function withoutGzip(lowerName: string): string {
  return lowerName.endsWith(gzipEnding) ? lowerName.slice(0, -gzipEnding.length) : lowerName;
}

/** The content type of a file name; undefined if it has none of the endings. */
export function contentTypeOfFileName(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  if (withoutGzip(lower) !== lower) {
    return gzipContentTypes[0];
  }
  const format = formatOfFileName(name);
  return format === undefined ? undefined : memberFormats[format].contentTypes[0];
}

function inWords(say: (format: FileFormat) => string): string {
  const titles = formats.map(([, format]) => say(format));
  return [titles.slice(0, -1).join(', '), ...titles.slice(-1)].join(' or ');
}
