import type { IdentityKind, MemberLine, MemberValues } from '@warren/contracts';
import { PersonFinder } from '../identity/persons.ts';
import type { Person } from '../identity/persons.ts';
import type { Rejection } from '../source/source.ts';
import type { RejectedRow, Row, Table } from '../table/table.ts';
import { isSilent, joinRow } from './draft.ts';
import type { Draft } from './draft.ts';
import { memberLineOf } from './finish-draft.ts';
import { RowReader } from './row-reader.ts';
import { identityOf } from './survey.ts';
import type { Survey } from './survey.ts';
import type { Consent } from './tally.ts';

/** A member read from a file. */
export interface ReadMember {
  /** Where its first row begins. */
  line: number;
  /** The fields that its rows speak of; with an external_id or an email. */
  member: MemberLine;
  /** What the member is told apart by. */
  kind: IdentityKind;
  /** True where a new member is not to be public, since no yes could be read. */
  isPrivateIfNew: boolean;
  /** Whether a consent that is empty was read as no, or has no answer in a file that has some. */
  emptyConsent: 'none' | 'silent no' | 'no answer';
  /** Values that could not be used. */
  without: Rejection[];
  /** Further addresses that its rows give: they are somebody else's in the file, or a second one. */
  otherEmails: string[];
}

/** A row that is about no member, and why; `externalId` if it could be read. */
export interface RejectedMember {
  line: number;
  rejected: Rejection[];
  externalId: string | null;
}

/** Reads the members of a surveyed table, in the order of their first rows unless several rows are about one. */
export async function* membersOf(
  table: Table,
  survey: Survey,
): AsyncGenerator<(ReadMember | RejectedMember)[]> {
  const rows = new MemberRows(survey);
  const reader = new RowReader(survey.columns, survey.samples);
  for await (const batch of table.rows()) {
    const members: (ReadMember | RejectedMember)[] = [];
    for (const row of batch) {
      if ('rejected' in row) {
        members.push(rejectedRow(row));
        continue;
      }
      const member = rows.take(row, reader.read(row.line, row.cells));
      if (member !== undefined) {
        members.push(member);
      }
    }
    yield members;
  }
  yield rows.end();
}

/** A row that could not be read, as a member that was rejected. */
export function rejectedRow({ line, rejected }: RejectedRow): RejectedMember {
  return { line, rejected: [rejected], externalId: null };
}

/** A member whose further rows may follow. */
interface Held {
  draft: Draft;
  person: Person;
  rows: number;
  /** At most so many rows are about this person, as far as is known. */
  mostRows: number;
}

/** Makes members of rows. */
export class MemberRows {
  private readonly survey: Pick<Survey, 'consent'>;
  private readonly persons: PersonFinder;
  private readonly held = new Map<string, Held>();

  constructor(survey: Pick<Survey, 'consent' | 'persons' | 'source'>) {
    this.survey = survey;
    this.persons = new PersonFinder(survey.persons, survey.source);
  }

  /** Reads a row. @returns its member, once no further row is about it */
  take(row: Row, draft: Draft): ReadMember | RejectedMember | undefined {
    if (draft.isBot) {
      return undefined;
    }
    const identity = identityOf(draft);
    const person = this.persons.identify(identity, row.line, row.cells);
    if (draft.values.email !== undefined) {
      draft.values.email = person.email;
    }
    if (person.without !== undefined) {
      draft.without.push(person.without);
      if (identity.email !== null) {
        draft.otherEmails.push(identity.email);
      }
    }
    if (!person.isRepeated) {
      return this.finish(draft, person);
    }
    const held = this.held.get(person.key);
    if (held === undefined) {
      this.held.set(person.key, { draft, person, rows: 1, mostRows: person.mostRows });
      return undefined;
    }
    joinRow(held.draft, draft);
    held.rows += 1;
    held.mostRows = Math.max(held.mostRows, person.mostRows);
    if (held.rows < held.mostRows) {
      return undefined;
    }
    this.held.delete(person.key);
    return this.finish(held.draft, held.person);
  }

  /** The members of whom further rows could have followed. */
  end(): (ReadMember | RejectedMember)[] {
    const held = [...this.held.values()];
    this.held.clear();
    return held.map(({ draft, person }) => this.finish(draft, person));
  }

  private finish(draft: Draft, { kind, external_id }: Person): ReadMember | RejectedMember {
    return memberOf(draft, kind, external_id, this.survey.consent);
  }
}

/** The member that a draft of all its rows is about, told apart by `kind`; `consent` is that of the file. */
export function memberOf(
  draft: Draft,
  kind: IdentityKind,
  externalId: string | null,
  consent: Consent,
): ReadMember | RejectedMember {
  const { line, without } = draft;
  const emptyConsent = emptyConsentOf(draft, consent);
  if (emptyConsent === 'silent no') {
    draft.values.is_public = false;
  }
  const values = memberLineOf(draft);
  if (kind === 'line' && !saysSomething(values)) {
    const reason = 'no column that is read says anything in it';
    return { line, rejected: [{ field: 'line', reason }, ...without], externalId: null };
  }
  // an answer that cannot be read is not a yes
  const isPrivateIfNew =
    values.is_public !== true &&
    (emptyConsent === 'no answer' || without.some(({ field }) => field === 'is_public'));
  return {
    line,
    member: withId(values, externalId),
    kind,
    isPrivateIfNew,
    emptyConsent,
    without,
    otherEmails: draft.otherEmails,
  };
}

function emptyConsentOf(draft: Draft, consent: Consent): ReadMember['emptyConsent'] {
  const hasSilentNo = consent === 'only yes' && (isSilent(draft) || draft.hasSilentRow);
  if (hasSilentNo) {
    return 'silent no';
  }
  return isSilent(draft) && consent !== 'none' ? 'no answer' : 'none';
}

function withId(values: MemberValues, externalId: string | null): MemberLine {
  if (externalId !== null) {
    values.external_id = externalId;
  }
  return values;
}

const unticked = /^(?:false|no|0|nein|non)?$/i;

/** Whether values say anything of a member; sheets have tick boxes and a status in empty rows too. */
function saysSomething({
  is_public: _consent,
  membership_status: _status,
  consents: _consents,
  prompt_responses = [],
  ...values
}: MemberValues): boolean {
  return (
    Object.values(values).some(isFilled) || prompt_responses.some(({ response }) => !unticked.test(response))
  );
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== '' && value !== null && value !== undefined;
}
