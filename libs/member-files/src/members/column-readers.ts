import { Consent, MemberValues, memberFieldsOf } from '@warren/contracts';
import type { ColumnRole, MemberField } from '@warren/contracts';
import { answers } from '../cells/answers.ts';
import { consentsIn } from '../cells/consents.ts';
import { addressesIn, emails, isPlainAddress } from '../cells/email.ts';
import { holdsRoundedIds, idText } from '../cells/id.ts';
import { listReader } from '../cells/list-reader.ts';
import { isMissing, isPlaceholder } from '../cells/placeholders.ts';
import type { PlaceholderKind } from '../cells/placeholders.ts';
import { isBotStatus, statusOf } from '../cells/status.ts';
import { textReader } from '../cells/text-reader.ts';
import { InvalidValue, isUnstorable, shown } from '../cells/value.ts';
import type { OnRejected } from '../cells/value.ts';
import { yesNo } from '../cells/yes-no.ts';
import type { Column, ColumnSample } from '../columns/column.ts';
import type { Cell } from '../table/table.ts';
import { joinAnswers } from './draft.ts';
import type { Draft } from './draft.ts';

/** Reads the cell of one column into the draft of its row. */
export type ColumnReader = (cell: Cell, draft: Draft) => void;

const listFields = memberFieldsOf('list');
type ListField = (typeof listFields)[number];
const textFields = memberFieldsOf('name', 'text');
type TextField = (typeof textFields)[number];

/** Kind of placeholder that a text field may hold instead of a value; a label where it is not named. */
const placeholderKinds: Partial<Record<TextField, PlaceholderKind>> = {
  first_name: 'name',
  last_name: 'name',
  bio: 'prose',
  location: 'place',
};

/** The list that further entries of a text field go to, so that a second column for it is not lost. */
const listBeside: Partial<Record<TextField, ListField>> = { role: 'roles', website: 'urls' };

/** Longest id that is stored. */
const longestId = 200;

/** The reader of a column; a value that it cannot use costs the field, with a reason. */
export function readerOf(column: Column, sample: ColumnSample): ColumnReader {
  const read = unguardedReader(column, sample);
  if (column.role === 'ignored') {
    return read;
  }
  const field = fieldOf(column.role);
  return (cell, draft) => {
    try {
      read(cell, draft);
      if (isUnstorable(cell)) {
        const reason = 'held U+0000 or half of a surrogate pair (as of an emoji cut in two): it was left out';
        draft.without.push({ field, reason });
      }
    } catch (error) {
      if (!(error instanceof InvalidValue)) {
        throw error;
      }
      draft.without.push({ field, reason: error.message });
    }
  };
}

function fieldOf(role: ColumnRole): string {
  switch (role) {
    case 'full_name':
      return 'first_name';
    case 'opt_out':
      return 'is_public';
    case 'level':
    case 'bot':
    case 'ignored':
      return 'line';
    default:
      return role;
  }
}

function unguardedReader(column: Column, sample: ColumnSample): ColumnReader {
  const { role, option } = column;
  if (isIn(listFields, role)) {
    return option === undefined
      ? listColumn(role, column, sample)
      : optionColumn(role, option, tickReader(option, sample));
  }
  if (isIn(textFields, role)) {
    const read = textColumn(role, sample);
    if (option === undefined) {
      return read;
    }
    const isTicked = tickReader(option, sample);
    return (cell, draft) => {
      read(isTicked(cell) ? option : '', draft);
    };
  }
  switch (role) {
    case 'external_id':
      return idColumn(sample);
    case 'email':
      return emailColumn;
    case 'membership_status':
      return statusColumn(column);
    case 'is_public':
      return consentColumn;
    case 'opt_out':
      return optOutColumn;
    case 'consents':
      return consentsColumn;
    case 'prompt_responses':
      return answerColumn(column, sample);
    case 'full_name':
      return fullNameColumn(sample);
    case 'level':
      return levelColumn(column, sample);
    case 'bot':
      return (cell, draft) => {
        draft.isBot ||= yesNo(cell) === true;
      };
    case 'ignored':
      return () => undefined;
  }
}

function rejecter(draft: Draft, field: string): OnRejected {
  return (reason) => {
    draft.without.push({ field, reason });
  };
}

function isIn<T extends MemberField>(fields: readonly T[], role: ColumnRole): role is T {
  return fields.some((field) => field === role);
}

function listColumn(field: ListField, column: Column, sample: ColumnSample): ColumnReader {
  const lists = listReader(sample);
  return (cell, draft) => {
    const { without } = draft;
    const before = without.length;
    const { entries, levels } = lists.read(cell, rejecter(draft, field));
    if (entries.length === 0 && (without.length > before || isUnstorable(cell))) {
      // a list of which nothing can be read is not an empty one
      return;
    }
    addEntries(draft, field, entries);
    if (levels.length > 0) {
      const text = levels.map(({ label, level }) => `${label}: ${level}`).join(', ');
      addAnswer(draft, `${column.name} (level)`, text);
    }
  };
}

/** A tick adds the option. */
function optionColumn(field: ListField, option: string, isTicked: TickReader): ColumnReader {
  return (cell, draft) => {
    addEntries(draft, field, isTicked(cell) ? [option] : []);
  };
}

/** Whether a cell of an option's column is a tick; throws InvalidValue where that cannot be told. */
type TickReader = (cell: Cell) => boolean;

/** Some writers repeat the option in place of a tick, or one word of their own where others write yes. */
function tickReader(option: string, sample: ColumnSample): TickReader {
  const own = new Set(sample.filter((cell) => typeof cell === 'string' && isOwnWord(cell)));
  const hasOwnTick = own.size === 1 && !sample.some((cell) => answerOf(cell) === true);
  return (cell) => {
    if (typeof cell !== 'string' || !isOwnWord(cell)) {
      return answerOf(cell) === true;
    }
    if (hasOwnTick || cell.trim() === option) {
      return true;
    }
    throw new InvalidValue(`${shown(cell)} is no tick: write yes or no, 1 or 0, or leave it empty`);
  };
}

/** Returns whether a text is neither yes, nor no, nor a placeholder. */
function isOwnWord(text: string): boolean {
  return text.trim() !== '' && answerOf(text) === undefined && !isPlaceholder(text, 'label');
}

/** Lists up to this length are compared entry by entry, which takes less time than a set. */
const short = 16;

function addEntries(draft: Draft, field: ListField, entries: readonly string[]): void {
  const before = draft.values[field];
  if ((before?.length ?? 0) + entries.length > short) {
    draft.values[field] = [...new Set([...(before ?? []), ...entries])];
    return;
  }
  const all = before ?? [];
  for (const entry of entries) {
    if (!all.includes(entry)) {
      all.push(entry);
    }
  }
  draft.values[field] = all;
}

function addAnswer(draft: Draft, prompt: string, response: string): void {
  draft.values.prompt_responses = joinAnswers(draft.values.prompt_responses ?? [], [{ prompt, response }]);
}

function textColumn(field: TextField, sample: ColumnSample): ColumnReader {
  const read = textReader(sample, placeholderKinds[field] ?? 'label');
  const beside = listBeside[field];
  return (cell, draft) => {
    const text = read(cell);
    if (text === '' && isUnstorable(cell)) {
      return;
    }
    const before = draft.values[field] ?? '';
    if (before === '') {
      draft.values[field] = text;
    } else if (text === '' || text === before) {
      return;
    } else if (field === 'bio') {
      draft.values[field] = `${before}\n\n${text}`;
    } else if (beside !== undefined) {
      addEntries(draft, beside, [text]);
    } else {
      rejecter(draft, field)('has several values in the file: the first was taken');
    }
  };
}

function fullNameColumn(sample: ColumnSample): ColumnReader {
  const read = textReader(sample, 'name');
  return (cell, draft) => {
    draft.fullName ||= read(cell);
  };
}

function levelColumn(column: Column, sample: ColumnSample): ColumnReader {
  const read = textReader(sample, 'label');
  return (cell, draft) => {
    const level = read(cell);
    if (level !== '') {
      addAnswer(draft, column.prompt ?? column.name, level);
    }
  };
}

function answerColumn(column: Column, sample: ColumnSample): ColumnReader {
  const read = textReader(sample, 'prose');
  const { option, prompt } = column;
  if (option !== undefined) {
    const isTicked = tickReader(option, sample);
    return (cell, draft) => {
      addAnswer(draft, prompt ?? column.name, isTicked(cell) ? option : '');
    };
  }
  return (cell, draft) => {
    if (prompt === undefined || typeof cell === 'object') {
      const { without } = draft;
      const before = without.length;
      const given = answers(cell, rejecter(draft, 'prompt_responses'));
      if (given.length === 0 && without.length > before) {
        return;
      }
      draft.values.prompt_responses = joinAnswers(draft.values.prompt_responses ?? [], given);
    } else {
      addAnswer(draft, prompt, read(cell));
    }
  };
}

function idColumn(sample: ColumnSample): ColumnReader {
  const rounded = holdsRoundedIds(sample);
  return (cell, draft) => {
    const id = idText(cell, { rounded });
    if (id !== null && id.length > longestId) {
      throw new InvalidValue(`is longer than ${longestId} characters: shorten it`);
    }
    draft.values.external_id ??= id;
  };
}

const emailColumn: ColumnReader = (cell, draft) => {
  const email = emails(cell, rejecter(draft, 'email'));
  if (email !== null && !isPlainAddress(email) && !MemberValues.shape.email.safeParse(email).success) {
    throw new InvalidValue(`${shown(email)} is no address that can be stored: correct it or leave it out`);
  }
  if (email !== null && (draft.values.email ?? email) !== email) {
    draft.otherEmails.push(email);
  }
  if (typeof cell === 'string' && cell.length > (email ?? '').length) {
    draft.otherEmails.push(...addressesIn(cell).filter((address) => address !== email));
  }
  draft.values.email ??= email;
};

/** Of several columns one that says that the member has left is enough. */
function statusColumn({ yes }: Column): ColumnReader {
  return (cell, draft) => {
    if (isBotStatus(cell)) {
      draft.isBot = true;
      return;
    }
    const answer = yes === undefined && typeof cell !== 'boolean' ? undefined : answerOf(cell);
    const left = yes === 'active' ? answer === false : answer === true;
    const status = answer === undefined ? statusOf(cell) : left ? 'cancelled' : 'active';
    const before = draft.values.membership_status;
    if (status === undefined || before === 'cancelled' || (answer !== undefined && !left && before)) {
      return;
    }
    draft.values.membership_status = status;
  };
}

/** Yes or no; undefined for anything else. */
function answerOf(cell: Cell): boolean | undefined {
  try {
    return yesNo(cell);
  } catch (error) {
    if (!(error instanceof InvalidValue)) {
      throw error;
    }
    return undefined;
  }
}

/** Of several answers one no is enough. */
const consentColumn: ColumnReader = (cell, draft) => {
  const answer = typeof cell === 'string' && isMissing(cell) ? undefined : yesNo(cell);
  if (answer === undefined) {
    draft.hasNoAnswer = true;
  } else {
    draft.values.is_public = answer && draft.values.is_public !== false;
  }
};

/** A yes to an opt-out makes the member private; a no says nothing, least of all that a private member becomes public. */
const optOutColumn: ColumnReader = (cell, draft) => {
  if (yesNo(cell) === true) {
    draft.values.is_public = false;
  }
};

/** Names of consents, each an entry of its own: "not sensitive" gives none, and an empty cell withdraws those that were given. */
const consentsColumn: ColumnReader = (cell, draft) => {
  const entries = (Array.isArray(cell) ? cell : [cell]).flatMap((entry: unknown) =>
    typeof entry === 'string' ? consentsIn(entry) : [],
  );
  draft.values.consents = Consent.options.filter((consent) => entries.includes(consent));
};
