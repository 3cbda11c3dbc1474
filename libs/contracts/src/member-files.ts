/** A kind of file that members can be imported from. */
interface FileFormat {
  /** As people are told of it, within a sentence. */
  title: string;
  /** Content types it comes as, in lower case; it is sent as the first. */
  contentTypes: readonly [string, ...string[]];
  /** What its name ends in, in lower case, the usual one first. */
  endings: readonly [string, ...string[]];
}

/**
 * The file formats members can be imported from: what the gateway, the page, `npm start` and `npm run mine` take alike.
 * The reader of each is in `libs/member-files/src/read-members.ts`.
 */
export const memberFormats = {
  csv: {
    title: 'CSV',
    // Browsers under Windows take a CSV file for one of Excel's. Tabs and semicolons are told by the content.
    contentTypes: ['text/csv', 'application/csv', 'application/vnd.ms-excel', 'text/tab-separated-values'],
    endings: ['.csv', '.tsv', '.tab'],
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
  json: { title: 'a JSON array', contentTypes: ['application/json'], endings: ['.json'] },
} as const satisfies Record<string, FileFormat>;

/** A file format members can be imported from. */
export type MemberFormat = keyof typeof memberFormats;

const formats = Object.entries(memberFormats) as [MemberFormat, FileFormat][];

/** What the name of a file of members ends in. */
export const memberEndings: readonly string[] = formats.flatMap(([, { endings }]) => endings);

/** The content types that files of members are sent as. */
export const memberContentTypes: readonly string[] = formats.map(([, { contentTypes }]) => contentTypes[0]);

/** The formats in words: "CSV, NDJSON or a JSON array". */
export const memberFormatsInWords = inWords(({ title }) => title);

/** The formats with their endings: "CSV (.csv, .tsv), NDJSON (.ndjson) or …". */
export const memberEndingsInWords = inWords(({ title, endings }) => `${title} (${endings.join(', ')})`);

/** The format that a content type (`text/csv; charset=utf-8`) stands for. */
export function formatOfContentType(contentType: string): MemberFormat | undefined {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return formats.find(([, { contentTypes }]) => contentTypes.includes(type))?.[0];
}

/** The format that a file's name (`Members.CSV`) stands for. */
export function formatOfFileName(name: string): MemberFormat | undefined {
  const lower = name.trim().toLowerCase();
  return formats.find(([, { endings }]) => endings.some((ending) => lower.endsWith(ending)))?.[0];
}

/** As what a file of this name is sent; undefined where its name ends in none of the endings. */
export function contentTypeOfFileName(name: string): string | undefined {
  const format = formatOfFileName(name);
  return format === undefined ? undefined : memberFormats[format].contentTypes[0];
}

function inWords(say: (format: FileFormat) => string): string {
  const said = formats.map(([, format]) => say(format));
  return [said.slice(0, -1).join(', '), ...said.slice(-1)].join(' or ');
}
