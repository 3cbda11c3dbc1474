import type { IdentityKind } from '@warren/contracts';
import type { Rejection } from '../source/source.ts';
import { KeyTable, hashOf, noKey } from './key-table.ts';
import { anonymousId, contentOf, nameId } from './person.ts';

/** What a row tells its member apart by. */
export interface RowIdentity {
  external_id: string | null;
  email: string | null;
  /** Folded name; '' where the row names nobody. Folding takes time, and few rows need it. */
  name(): string;
}

/** Hashes of what a row tells its member apart by; `noKey` for what it lacks. The name has one only where there is no id. */
export interface RowKeys {
  id: number;
  email: number;
  name: number;
}

/** The keys of a row: one with an id is told apart by it, whatever its name. */
export function keysOf(row: RowIdentity): RowKeys {
  const { external_id, email } = row;
  const named = external_id === null ? row.name() : '';
  return {
    id: external_id === null ? noKey : hashOf(external_id),
    email: email === null ? noKey : hashOf(email),
    name: named === '' ? noKey : hashOf(named),
  };
}

/** What the member of a row is told apart by. */
export function kindOf({ id, email, name }: RowKeys): IdentityKind {
  return id !== noKey ? 'external_id' : email !== noKey ? 'email' : name !== noKey ? 'name' : 'line';
}

/** Whose row it is. */
export interface Person {
  kind: IdentityKind;
  /** Equal for the rows of one person. */
  key: string;
  external_id: string | null;
  email: string | null;
  /** True where other rows may be about the same person. */
  isRepeated: boolean;
  /** At most so many rows are about this person. */
  mostRows: number;
  /** Why the e-mail address was left out. */
  without: Rejection | undefined;
}

/** Share of the rows without id and address from which on a repeated name is one person with several rows. */
const repeatedNames = 0.3;

/** What one look at all rows of a file tells about who its people are. */
export class PersonSurvey {
  readonly ids = new KeyTable();
  readonly emails = new KeyTable();
  readonly names = new KeyTable();
  /** Addresses of several people. */
  readonly shared = new Set<string>();
  /** Addresses of rows with and without an id: the id of the one, null until it is seen again. */
  readonly linked = new Map<string, string | null>();
  /** Rows by what they would be told apart by. */
  readonly rows: Record<IdentityKind, number> = { external_id: 0, email: 0, name: 0, line: 0 };
  /** Rows whose id, or else address, an earlier row has too. */
  repeated = 0;
  private repeatedNames = 0;

  /** Looks at a row. */
  take(row: RowIdentity): void {
    const { email, external_id } = row;
    const keys = keysOf(row);
    this.takeOwn(keys);
    if (email !== null) {
      this.takeEmail(email, external_id, keys);
    }
  }

  /**
   * Looks at a row by the keys of what it names. It is enough to see whether every row is a person of its own; where it is
   * not, the rows themselves are to be looked at.
   */
  takeKeys(keys: RowKeys): void {
    this.takeOwn(keys);
    if (keys.email !== noKey && this.emails.addHash(keys.email, keys.id, keys.name) > 0) {
      this.repeated += 1;
    }
  }

  private takeOwn(keys: RowKeys): void {
    const kind = kindOf(keys);
    this.rows[kind] += 1;
    if (keys.id !== noKey && this.ids.addHash(keys.id) > 0) {
      this.repeated += 1;
    }
    if (keys.name !== noKey) {
      const before = this.names.addHash(keys.name);
      if (kind === 'name') {
        this.repeatedNames += before === 0 ? 0 : before === 1 ? 2 : 1;
      }
    }
  }

  /** Whether every row is about a person of its own, whom its own id, address or name tells apart. */
  get isSimple(): boolean {
    return (
      this.repeated === 0 && this.repeatedNames === 0 && this.shared.size === 0 && this.linked.size === 0
    );
  }

  /** Whether rows with the same name, and neither id nor address, are about one person. */
  get namesArePersons(): boolean {
    return this.repeatedNames > repeatedNames * this.rows.name;
  }

  private takeEmail(email: string, id: string | null, keys: RowKeys): void {
    const { id: idKey, name: nameKey } = keys;
    if (this.emails.addHash(keys.email, idKey, nameKey) === 0) {
      return;
    }
    if (this.shared.has(email)) {
      return;
    }
    const [firstId, firstName] = this.emails.ownersOf(email);
    const known = this.linked.get(email) ?? null;
    const isOther =
      (known !== null && id !== null && known !== id) ||
      (firstId !== noKey && idKey !== noKey
        ? firstId !== idKey
        : firstName !== noKey && nameKey !== noKey && firstName !== nameKey);
    if (isOther) {
      this.shared.add(email);
      this.linked.delete(email);
    } else if ((firstId === noKey) !== (id === null)) {
      this.linked.set(email, id ?? known);
      this.repeated += 1;
    } else if (id === null) {
      this.repeated += 1;
    }
  }
}

/**
 * Tells the people of a file apart, row by row, after a survey of all rows: by id, else by e-mail address, else by name,
 * else by the row itself. An address that several people share stays with the first of them. A repeated name is one person
 * where many names repeat (a row for each skill), and several people where few do.
 */
export class PersonFinder {
  private readonly survey: PersonSurvey;
  private readonly source: string;
  private readonly anonymous = new KeyTable();
  /** Who had a shared address first. */
  private readonly holders = new Map<string, { key: string; name: string; line: number }>();
  /** Ids by the addresses of rows with and without one. */
  private readonly linked: Map<string, string | null>;
  /** Content of the first row of a repeated name. */
  private readonly contents = new Map<string, string>();

  constructor(survey: PersonSurvey, source: string) {
    this.survey = survey;
    this.source = source;
    this.linked = new Map(survey.linked);
  }

  /** Whose row it is; rows are given in the order of the survey. */
  identify(row: RowIdentity, line: number, cells: readonly unknown[]): Person {
    const person = this.byId(row, line) ?? this.byEmail(row, line) ?? this.byName(row, cells);
    const { email, without } = person ?? this.keptEmail(row, line, '');
    return person ?? { ...this.byRow(cells), email, without };
  }

  private byId(row: RowIdentity, line: number): Person | undefined {
    const { external_id } = row;
    if (external_id === null) {
      return undefined;
    }
    const key = `id:${external_id}`;
    const mostRows = this.survey.ids.count(external_id);
    const { email, without } = this.keptEmail(row, line, key);
    if (email !== null && (this.linked.has(email) || this.survey.shared.has(email))) {
      // rows without the id may follow
      this.linked.set(email, external_id);
      const most = Number.POSITIVE_INFINITY;
      return { kind: 'external_id', key, external_id, email, isRepeated: true, mostRows: most, without };
    }
    return { kind: 'external_id', key, external_id, email, isRepeated: mostRows > 1, mostRows, without };
  }

  private byEmail(row: RowIdentity, line: number): Person | undefined {
    if (row.email === null) {
      return undefined;
    }
    const holder = this.holders.get(row.email);
    if (holder?.key.startsWith('id:') === true && holder.name !== '' && row.name() === holder.name) {
      return this.byId({ ...row, external_id: holder.key.slice('id:'.length) }, line);
    }
    const key = `email:${row.email}`;
    const { email } = this.keptEmail(row, line, key);
    if (email === null) {
      return undefined;
    }
    const external_id = this.linked.get(email) ?? null;
    if (external_id !== null) {
      return this.byId({ ...row, external_id }, line);
    }
    const mostRows = this.survey.emails.count(email);
    return {
      kind: 'email',
      key,
      external_id: null,
      email,
      isRepeated: mostRows > 1,
      mostRows,
      without: undefined,
    };
  }

  /** The address of a row, unless it is another member's. */
  private keptEmail(
    row: RowIdentity,
    line: number,
    key: string,
  ): { email: string | null; without: Rejection | undefined } {
    const { email } = row;
    if (email === null || !this.survey.shared.has(email)) {
      return { email, without: undefined };
    }
    const name = row.name();
    const holder = this.holders.get(email);
    if (holder === undefined) {
      this.holders.set(email, { key, name, line });
      return { email, without: undefined };
    }
    // with an id the id decides; without one a row that names nobody else is the holder's
    const isHolder =
      holder.key === key &&
      (key.startsWith('id:') || name === '' || holder.name === '' || name === holder.name);
    return isHolder
      ? { email, without: undefined }
      : {
          email: null,
          without: {
            field: 'email',
            reason: `is that of line ${holder.line} too, which is somebody else: it stays with that line`,
          },
        };
  }

  private byName(row: RowIdentity, cells: readonly unknown[]): Person | undefined {
    const name = row.name();
    if (name === '') {
      return undefined;
    }
    const mostRows = this.survey.names.count(name);
    const { without } = this.keptEmail(row, 0, '');
    const key = `name:${name}`;
    const person: Person = {
      kind: 'name',
      key,
      external_id: nameId(name),
      email: null,
      isRepeated: mostRows > 1,
      mostRows,
      without,
    };
    if (mostRows === 1 || this.survey.namesArePersons) {
      return person;
    }
    const content = contentOf(cells);
    const first = this.contents.get(name);
    if (first === undefined) {
      this.contents.set(name, content);
    }
    return first === undefined || first === content ? person : undefined;
  }

  private byRow(cells: readonly unknown[]): Person {
    const first = anonymousId(this.source, cells, 0);
    const repeat = this.anonymous.add(first);
    const external_id = repeat === 0 ? first : anonymousId(this.source, cells, repeat);
    return {
      kind: 'line',
      key: external_id,
      external_id,
      email: null,
      isRepeated: false,
      mostRows: 1,
      without: undefined,
    };
  }
}
