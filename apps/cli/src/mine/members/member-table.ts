import type { SensitiveKind } from '@warren/contracts';
import type { CountedFacet } from '@warren/facets';
import type { ReadMember } from '@warren/member-files';
import { membershipOf } from '@warren/mining';
import type { Membership } from '@warren/mining';
import type { KeptOutCounts } from './kept-out.ts';
import { countKinds } from './kept-out.ts';
import type { TablePart } from './part-table.ts';
import { RejectedRows } from './rejected-rows.ts';
import { Spellings } from './spellings.ts';

/** Analysed members of a file. */
export interface Community {
  readonly membership: Membership;
  /** Every facet, in the order of `membership.facets`. */
  readonly facets: readonly CountedFacet[];
  /** Printed name of a member: its external_id, or its place in the file. */
  readonly nameOf: (id: number) => string;
}

/** Names of the members of a part. */
interface Names extends Pick<TablePart, 'lines' | 'ids' | 'idEnds'> {
  /** The members before it. */
  before: number;
}

/** Facets as `spellings` are numbered here. */
interface Written {
  written: Uint32Array;
  ends: Int32Array;
}

/** Members of a file, put together from its parts. A member's id is its position among them, from 1. */
export class MemberTable {
  readonly rejected = new RejectedRows();
  readonly without = new RejectedRows();
  readonly empty: Record<ReadMember['emptyConsent'], number> = { none: 0, 'silent no': 0, 'no answer': 0 };
  /** Members so far, analysed or not. */
  size = 0;
  /** Members of whom texts alone say something. */
  writers = 0;
  private readonly keptOut = new Map<string, readonly SensitiveKind[]>();
  private readonly names: Names[] = [];
  private readonly parts: Written[] = [];
  private readonly spellings = new Spellings();
  /** By reader: the numbers here of the spellings that it numbered. */
  private readonly readers = new Map<object, number[]>();

  /** Adds the next part of the file; `reader` says who numbered its spellings. */
  join(reader: object, { lines, ids, idEnds, spellings, keptOut, written, ends, ...part }: TablePart): void {
    let numbers = this.readers.get(reader);
    if (numbers === undefined) {
      this.readers.set(reader, (numbers = []));
    }
    for (const spelling of spellings) {
      numbers.push(this.spellings.numberOf(spelling));
    }
    for (const [at, number] of written.entries()) {
      written[at] = numbers[number] ?? 0;
    }
    for (const { key, kinds } of keptOut) {
      this.keptOut.set(key, kinds);
    }
    this.parts.push({ written, ends });
    this.names.push({ lines, ids, idEnds, before: this.size });
    this.size += lines.length;
    this.writers += part.writers;
    this.rejected.join(part.rejected);
    this.without.join(part.without);
    for (const empty of ['none', 'silent no', 'no answer'] as const) {
      this.empty[empty] += part.empty[empty];
    }
  }

  /** Different labels that were left out since they are sensitive. */
  get sensitive(): KeptOutCounts {
    return countKinds(this.keptOut);
  }

  /** Builds the community; `position` says what a place in the file is called. The table is of no use afterwards. */
  community(position: string): Community {
    const labels = this.labels();
    const membership = this.membership();
    const facets = membership.facets.map((key, at) => ({
      key,
      label: labels.get(key) ?? key,
      count: (membership.carrierStarts[at + 1] ?? 0) - (membership.carrierStarts[at] ?? 0),
    }));
    // names alone, so that the rest of the table can be freed before mining
    const { names } = this;
    return { membership, facets, nameOf: (id) => nameIn(names, id - 1, position) };
  }

  private membership(): Membership {
    const numbers = new Map<string, number>();
    const keys: string[] = [];
    const keyOf = this.spellings.list.map(({ key }) => {
      const known = numbers.get(key) ?? keys.push(key) - 1;
      numbers.set(key, known);
      return known;
    });
    const analysed = this.parts.reduce((sum, { ends }) => sum + ends.filter((end) => end !== -1).length, 0);
    const entries = this.parts.reduce((sum, { written }) => sum + written.length, 0);
    const ids = new Float64Array(analysed);
    const starts = new Uint32Array(analysed + 1);
    const items = new Uint32Array(entries);
    let member = 0;
    let position = 0;
    let before = 0;
    for (const { written, ends } of this.parts.splice(0)) {
      for (const end of ends) {
        member += 1;
        if (end !== -1) {
          ids[position] = member;
          position += 1;
          starts[position] = before + end;
        }
      }
      for (const place of written) {
        items[before] = keyOf[place] ?? 0;
        before += 1;
      }
    }
    return membershipOf({ keys, ids, starts, items });
  }

  /** Most common spelling of each facet; of equally common ones the first. */
  private labels(): Map<string, string> {
    const counts = new Uint32Array(this.spellings.list.length);
    for (const { written } of this.parts) {
      for (const place of written) {
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    const best = new Map<string, { label: string; count: number }>();
    for (const [place, { key, label }] of this.spellings.list.entries()) {
      const count = counts[place] ?? 0;
      const before = best.get(key);
      const isBetter =
        before === undefined ||
        count > before.count ||
        (count === before.count && isFirst(label, before.label));
      if (isBetter) {
        best.set(key, { label, count });
      }
    }
    return new Map([...best].map(([key, { label }]) => [key, label]));
  }
}

/** Compares by UTF-8 bytes, as PostgreSQL does for the service. */
function isFirst(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function nameIn(parts: readonly Names[], index: number, position: string): string {
  let low = 0;
  for (let high = parts.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.before ?? 0) <= index) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const { before = 0, lines = [], ids = '', idEnds = [] } = parts[low] ?? {};
  const at = index - before;
  return ids.slice(idEnds[at - 1] ?? 0, idEnds[at]) || `${position} ${lines[at] ?? 0}`;
}
