import { IdentityKind } from '@warren/contracts';
import type { ColumnReport, ReadingReport } from '@warren/contracts';
import type { Column, ColumnSample } from '../columns/column.ts';
import type { Heading, Table } from '../table/table.ts';
import type { Survey } from './survey.ts';

const mostExamples = 3;
const longestExample = 80;

/** Says how a surveyed table is read: every column, what members are told apart by, and what else a person should know. */
export function readingReport(table: Table, survey: Survey): ReadingReport {
  const { persons, source, columns, samples, rows } = survey;
  return {
    format: table.format,
    rows,
    notes: [...table.notes, ...notesOf(table, survey)],
    identity: IdentityKind.options.filter((kind) => persons.rows[kind] > 0),
    source,
    columns: columns.map((column, at) => columnReport(column, table.headings[at], samples[at] ?? [])),
  };
}

function columnReport(column: Column, heading: Heading | undefined, sample: ColumnSample): ColumnReport {
  const { name, role, option, confidence, reason } = column;
  const text = heading?.text ?? name;
  return {
    name,
    heading: heading?.option === undefined ? text : `${text} [${heading.option}]`,
    role,
    ...(option === undefined ? {} : { option }),
    confidence: Math.round(confidence * 100) / 100,
    reason,
    examples: examplesOf(sample),
  };
}

function examplesOf(sample: ColumnSample): string[] {
  const examples = new Set<string>();
  for (const cell of sample) {
    const text = cell === null || cell === undefined ? '' : exampleOf(cell);
    if (text !== '') {
      examples.add(text);
    }
    if (examples.size === mostExamples) {
      break;
    }
  }
  return [...examples];
}

function exampleOf(cell: unknown): string {
  const text = (typeof cell === 'string' ? cell : JSON.stringify(cell)).replaceAll(/\s+/gu, ' ').trim();
  return (text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text).toWellFormed();
}

function notesOf({ position }: Table, { bots, persons }: Survey): string[] {
  const notes: string[] = [];
  const places = (count: number): string =>
    `${count.toLocaleString('en')} ${position}${count === 1 ? '' : 's'}`;
  if (bots > 0) {
    notes.push(`${places(bots)} left out: ${bots === 1 ? 'a bot is' : 'bots are'} no member.`);
  }
  if (persons.repeated > 0) {
    notes.push(`${places(persons.repeated)} joined with an earlier one about the same member.`);
  }
  if (persons.shared.size > 0) {
    const addresses =
      persons.shared.size === 1 ? 'An e-mail address is' : `${persons.shared.size} e-mail addresses are`;
    notes.push(`${addresses} shared by several people: the first of them keeps it.`);
  }
  if (persons.rows.line > 0) {
    notes.push(
      `${places(persons.rows.line)} without id, e-mail address and name: each is a member of its own, and the next file with this header replaces them.`,
    );
  }
  return notes;
}
