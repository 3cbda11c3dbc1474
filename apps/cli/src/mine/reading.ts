import { facetKind } from '@warren/contracts';
import type { ColumnReport } from '@warren/contracts';
import type { ReadFile } from './members/member-file.ts';
import type { Rejected } from './members/rejected-rows.ts';
import { percent, plural } from './numbers.ts';
import { printable, wrapText } from './wrap-text.ts';

/** Options of the table. */
interface TableOptions {
  file: string;
  /** Line width in columns. */
  width: number;
  bold: (text: string) => string;
}

/** Most facets of a kind in the table for people. */
const shownFacets = 12;
const namedPlaces = 5;
const namedReasons = 5;
/** Below it a column is told on its own, to be looked at. */
const sure = 0.7;

/** How a file was read, as one JSON object. */
export function readingJson(read: ReadFile): string {
  const { report, members, community, rejected, without, sensitive } = read;
  return `${JSON.stringify({
    members,
    analysed: community.membership.ids.length,
    format: report.format,
    identity: report.identity,
    notes: report.notes,
    rejected: rejected.map(rejectedJson),
    taken_without: without.map(rejectedJson),
    sensitive,
    columns: report.columns.map(({ name, heading, role, option, confidence, reason, examples }) => ({
      heading,
      role,
      confidence,
      reason,
      name,
      ...(option === undefined ? {} : { option }),
      examples,
    })),
    facets: facetsOf(read),
  })}\n`;
}

function rejectedJson({ field, reason, count, places }: Rejected) {
  return { reason: field === 'line' ? reason : `${field} ${reason}`, lines: places, count };
}

/** Every facet, those of most members first. */
function facetsOf({ community }: ReadFile) {
  return community.facets
    .map(({ key, label, count }) => ({ key, kind: facetKind(key), label, members: count }))
    .sort((a, b) => b.members - a.members || (a.key < b.key ? -1 : 1));
}

/** How a file was read, for people. */
export function* readingTable(read: ReadFile, { file, width, bold }: TableOptions): Generator<string> {
  const { report, members, community } = read;
  const analysed = community.membership.ids.length;
  const paragraph = (text: string): string => `${wrapText('', printable(text), width)}\n`;
  yield paragraph(
    `${file}: ${report.format}. ${plural(members, 'member')} in ${plural(report.rows, read.position)}, ${plural(analysed, 'of them', 'of them')} public and not left.`,
  );
  yield `\n${bold('Columns')}\n`;
  for (const column of report.columns) {
    yield `${wrapText('  • ', columnText(column), width)}\n`;
  }
  const facets = facetsOf(read);
  for (const [kind, ofKind] of Map.groupBy(facets, (facet) => facet.kind)) {
    const named = ofKind
      .slice(0, shownFacets)
      .map(({ label, members: count }) => `${printable(label)} ${count}`);
    const more = ofKind.length > shownFacets ? ` and ${ofKind.length - shownFacets} more` : '';
    yield `\n${bold(`Facets: ${kind}`)}\n${wrapText('  ', `${named.join(', ')}${more}`, width)}\n`;
  }
  const notes = [...noteLines(read), ...rejectedLines(read)];
  if (notes.length > 0) {
    yield `\n${bold('Notes')}\n${notes.map((note) => wrapText('  • ', note, width)).join('\n')}\n`;
  }
}

function columnText({ heading, name, role, option, confidence, reason }: ColumnReport): string {
  const label = option === undefined ? role : `${role}, a tick means ${option}`;
  const title = heading === '' ? name : heading;
  return printable(`${title} → ${label} (${percent(confidence)}: ${reason})`);
}

/** What a person should know of how the file was read, before its findings; '' if all of it was as expected. */
export function readingNotes(read: ReadFile): string {
  const { columns } = read.report;
  const ignored = columns.filter(({ role, reason }) => role === 'ignored' && !reason.startsWith('empty'));
  const unsure = columns.filter(({ role, confidence }) => role !== 'ignored' && confidence < sure);
  const lines = [
    ...noteLines(read),
    ...(ignored.length === 0 ? [] : [`Columns not read: ${named(ignored)}.`]),
    ...unsure.map((column) => `Please check: ${columnText(column)}`),
    ...rejectedLines(read),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function named(columns: readonly ColumnReport[]): string {
  return columns.map(({ name }) => printable(name)).join(', ');
}

function noteLines({ report, silentNo, noAnswer, position, sensitive, writers }: ReadFile): string[] {
  const notes = report.notes.map(printable);
  if (writers > 0) {
    notes.push(
      `${plural(writers, 'member lists', 'members list')} neither skills nor interests: what their texts say in so many words was read.`,
    );
  }
  if (sensitive.labels > 0) {
    const kinds = sensitive.kinds.map(({ kind, labels }) => `${kind.replace('_', ' ')} ${labels}`);
    notes.push(
      `${plural(sensitive.labels, 'label')} left out, since they say something sensitive of members: ${kinds.join(', ')}.`,
    );
  }
  if (silentNo > 0) {
    notes.push(
      `${plural(silentNo, 'member')} counted as not public: every answer in that column is yes, and theirs is empty.`,
    );
  }
  if (noAnswer > 0) {
    const what = plural(noAnswer, position);
    notes.push(`${what} without an answer in the column that says who is public: they make nobody public.`);
  }
  return notes;
}

function rejectedLines({ rejected, without, position }: ReadFile): string[] {
  return [
    ...invalid(rejected, position, 'could not be taken'),
    ...invalid(without, position, 'taken without what could not be used'),
  ];
}

function invalid(reasons: readonly Rejected[], position: string, what: string): string[] {
  const lines = reasons.slice(0, namedReasons).map(({ field, reason, count, places }) => {
    const first = places.slice(0, namedPlaces).join(', ');
    const more = count > namedPlaces ? ', …' : '';
    const where = `${position}${count === 1 ? '' : 's'} ${first}${more}`;
    return printable(
      `${plural(count, position)} ${what} (${where}): ${field === 'line' ? '' : `${field} `}${reason}`,
    );
  });
  const more = reasons.length - namedReasons;
  return more > 0
    ? [...lines, `${plural(more, 'more reason')} for ${position}s that ${what}; --read names them.`]
    : lines;
}

/** Says that nothing was read in which patterns could be found, and what to do. */
export function nothingRead({ report }: ReadFile): string {
  const unread = report.columns.filter(({ role }) => role === 'ignored' || role === 'prompt_responses');
  const which = unread.length === 0 ? '' : ` Not read as a list of traits: ${named(unread)}.`;
  return (
    `Nothing was read that patterns can be found in: no column holds skills, interests, wishes, traits, a role or a place.${which} ` +
    'Name such a column "skills", "interests", "looking for", "traits", "role" or "location", or say what it is with --mapping \'{"COLUMN":"interests"}\'; --read shows how every column is read.'
  );
}
