/** A file format that members can be imported from. */
interface FileFormat {
  /** Title within a sentence. */
  title: string;
  /** Content types of such files, in lower case; they are sent as the first. */
  contentTypes: readonly [string, ...string[]];
  /** File name endings, in lower case, the usual one first. */
  endings: readonly [string, ...string[]];
  /** Word for the position of a member in the file, for messages. */
  position: 'line' | 'item';
}

/**
 * The file formats that members can be imported from: the gateway, the page, `npm start` and `npm run mine` all read this
 * table. A new row compiles once `libs/member-files/src/read-members.ts` has its reader.
 */
export const memberFormats = {
  csv: {
    title: 'CSV',
    // Browsers on Windows report a CSV file as Excel's. Tabs and semicolons are detected from the content.
    contentTypes: ['text/csv', 'application/csv', 'application/vnd.ms-excel', 'text/tab-separated-values'],
    endings: ['.csv', '.tsv', '.tab'],
    position: 'line',
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
    position: 'line',
  },
  json: { title: 'a JSON array', contentTypes: ['application/json'], endings: ['.json'], position: 'item' },
} as const satisfies Record<string, FileFormat>;

/** Name of a file format that members can be imported from. */
export type MemberFormat = keyof typeof memberFormats;

const formats = Object.entries(memberFormats) as [MemberFormat, FileFormat][];

/** File name endings of all formats. */
export const memberEndings: readonly string[] = formats.flatMap(([, { endings }]) => endings);

/** The preferred content types of all formats. */
export const memberContentTypes: readonly string[] = formats.map(([, { contentTypes }]) => contentTypes[0]);

/** List of the formats for people: "CSV, NDJSON or a JSON array". */
export const memberFormatsInWords = inWords(({ title }) => title);

/** List of the formats with their extensions: "CSV (.csv, .tsv), NDJSON (.ndjson) or …". */
export const memberEndingsInWords = inWords(({ title, endings }) => `${title} (${endings.join(', ')})`);

/** The format of a content type (`text/csv; charset=utf-8`). */
export function formatOfContentType(contentType: string): MemberFormat | undefined {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return formats.find(([, { contentTypes }]) => contentTypes.includes(type))?.[0];
}

/** The format of a file name (`Members.CSV`). */
export function formatOfFileName(name: string): MemberFormat | undefined {
  const lower = name.trim().toLowerCase();
  return formats.find(([, { endings }]) => endings.some((ending) => lower.endsWith(ending)))?.[0];
}

/** The content type of a file name; undefined if it has none of the endings. */
export function contentTypeOfFileName(name: string): string | undefined {
  const format = formatOfFileName(name);
  return format === undefined ? undefined : memberFormats[format].contentTypes[0];
}

function inWords(say: (format: FileFormat) => string): string {
  const titles = formats.map(([, format]) => say(format));
  return [titles.slice(0, -1).join(', '), ...titles.slice(-1)].join(' or ');
}
