import type { MemberSource } from '../../source/source.ts';
import type { Table } from '../../table/table.ts';
import { rejectRow, tableOfRecords } from '../records/record-table.ts';
import type { ReadRecord } from '../records/record-table.ts';
import { cardLinesOf } from './card-lines.ts';
import type { CardLine } from './card-lines.ts';
import { decodedValue, partsOf, unescaped } from './card-values.ts';

/** Properties that are one text, with their headings. */
const texts: Record<string, string> = {
  UID: 'id',
  FN: 'Name',
  EMAIL: 'Email',
  TEL: 'Phone',
  TITLE: 'Job title',
  ROLE: 'Role',
  NOTE: 'Note',
  BDAY: 'Birthday',
  URL: 'Url',
};

/** Properties that are lists (RFC 6350, 6.7.1 and 6.2.3; RFC 6715, 2), with their headings. */
const lists: Record<string, string> = {
  CATEGORIES: 'Categories',
  NICKNAME: 'Nickname',
  EXPERTISE: 'Expertise',
  HOBBY: 'Hobbies',
  INTEREST: 'Interests',
};

/** Cards handed out together. */
const batchSize = 500;

/** Opens a file of cards: vCard 2.1, 3.0 or 4.0. A second e-mail address is a column of its own, "Email (2)". */
export function openCards(source: MemberSource): Promise<Table> {
  return tableOfRecords({
    format: 'vCard',
    position: 'card',
    notes: [],
    read: () => readCards(source),
    textOf: (key) => key.replace(/ \(\d+\)$/, ''),
  });
}

async function* readCards(source: MemberSource): AsyncGenerator<ReadRecord[]> {
  let batch: ReadRecord[] = [];
  let number = 0;
  let depth = 0;
  let card: CardLine[] = [];
  for await (const line of cardLinesOf(source)) {
    const isMark = (line.name === 'BEGIN' || line.name === 'END') && /^\s*VCARD\s*$/i.test(line.value);
    if (!isMark) {
      // a card in a card is the agent of the outer one
      if (depth === 1) {
        card.push(line);
      }
    } else if (line.name === 'END') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && card.length > 0) {
        batch.push({ line: number, record: recordOf(card) });
        card = [];
      }
    } else if (depth === 1 && card.at(-1)?.name !== 'AGENT') {
      batch.push(rejectRow(number, notEnded));
      [number, card] = [number + 1, []];
    } else {
      number += Number(depth === 0);
      depth += 1;
    }
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (depth > 0) {
    batch.push(rejectRow(number, notEnded));
  }
  if (batch.length > 0) {
    yield batch;
  }
}

const notEnded = 'the card has no END:VCARD: export the contacts again';

function recordOf(card: readonly CardLine[]): Record<string, unknown> {
  const isOldest = card.some(({ name, value }) => name === 'VERSION' && value.trim().startsWith('2'));
  const record: Record<string, unknown> = {};
  const values = new Map<string, string[]>();
  for (const line of card.toSorted((a, b) => preference(a) - preference(b))) {
    const value = decodedValue(line);
    const [text, list] = [texts[line.name], lists[line.name]];
    if (text !== undefined) {
      addTo(values, text, [unescaped(value, isOldest).trim()]);
    } else if (list !== undefined) {
      addTo(values, list, partsOf(value, ',', isOldest));
    } else {
      addStructured(values, line.name, partsOf(value, ';', isOldest));
    }
  }
  for (const [heading, all] of values) {
    if (Object.values(lists).includes(heading)) {
      record[heading] = all;
    } else {
      all.forEach((value, at) => {
        record[at === 0 ? heading : `${heading} (${at + 1})`] = value;
      });
    }
  }
  return record;
}

function addStructured(values: Map<string, string[]>, name: string, parts: readonly string[]): void {
  switch (name) {
    case 'N':
      addTo(values, 'First name', [parts[1] ?? '']);
      addTo(values, 'Last name', [parts[0] ?? '']);
      break;
    case 'ORG':
      addTo(values, 'Organisation', [parts[0] ?? '']);
      addTo(values, 'Department', [parts.slice(1).filter(Boolean).join(', ')]);
      break;
    case 'ADR':
      addTo(values, 'City', [parts[3] ?? '']);
      addTo(values, 'Country', [parts[6] ?? '']);
      break;
    default:
  }
}

function addTo(values: Map<string, string[]>, heading: string, added: readonly string[]): void {
  const known = values.get(heading) ?? [];
  const fresh = added.filter((value) => value !== '' && !known.includes(value));
  if (fresh.length > 0) {
    values.set(heading, [...known, ...fresh]);
  }
}

/** Place of a property among those of its name: the preferred one first (TYPE=PREF, or PREF from 1 to 100). */
function preference({ parameters }: CardLine): number {
  if (parameters.get('TYPE')?.includes('PREF') ?? false) {
    return 1;
  }
  return Number(parameters.get('PREF')?.[0] ?? '101') || 101;
}
