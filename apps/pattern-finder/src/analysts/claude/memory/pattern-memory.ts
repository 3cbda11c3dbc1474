import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Quote } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { verifyQuotes } from '../../../evidence/verified-quotes.ts';
import { latestObservations } from '../../../patterns/latest-observations.ts';
import { stateSinceReport } from '../../../patterns/life-cycle.ts';
import type { Observed } from '../../../patterns/life-cycle.ts';
import { PatternRow } from '../../../patterns/pattern.entity.ts';
import { withinBytes } from '../presentation/within-bytes.ts';

/** Patterns told at the start of a run, and their bytes; list_patterns has the others. */
const most = 40;
const mostBytes = 20_000;
/** Of each, so many members, and quotes of so many of them. */
const mostMembers = 30;
const mostQuotes = 5;

/** Reads what a later run is to know of the patterns of earlier ones. */
@Injectable()
export class PatternMemory {
  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
  ) {}

  /**
   * The patterns that are not held, those first that have changed since they were last told of; with the operator's
   * decisions. A quote is told only as long as it is verbatim in what may be shown.
   * @param brief of a pattern on a rule whose members are the same, only what it is and how many they are
   */
  async read(signal: AbortSignal, brief: boolean): Promise<{ patterns: object[]; more: number }> {
    const em = this.em.fork();
    const total = await em.count(PatternRow, { heldAt: null });
    const rows = await em.find(
      PatternRow,
      { heldAt: null },
      { orderBy: { updatedAt: 'desc', id: 'asc' }, limit: most },
    );
    const observations = await latestObservations(
      em,
      rows.map(({ id }) => id),
    );
    const shownQuotes = await this.shownQuotes(rows, signal);
    const patterns = rows.map((row) => told(row, observations.get(row.id) ?? [], shownQuotes, brief));
    const shown = withinBytes(patterns, mostBytes);
    return { patterns: shown, more: total - shown.length };
  }

  private async shownQuotes(rows: readonly PatternRow[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    const quotes = rows.flatMap((row) =>
      row.dismissed ? [] : (row.evidence.quotes ?? []).slice(0, mostQuotes),
    );
    if (quotes.length === 0) {
      return new Set();
    }
    const { verdicts } = await verifyQuotes(this.requests, quotes, signal);
    return new Set(verdicts.filter(({ verified }) => verified).map(({ quote }) => keyOf(quote)));
  }
}

function told(
  row: PatternRow,
  observations: readonly Observed[],
  shown: ReadonlySet<string>,
  brief: boolean,
): object {
  const { id, name, category, evidence } = row;
  if (row.dismissed) {
    return { pattern_id: id, name, category, operator: ['dismissed'], why: row.dismissedBecause ?? null };
  }
  const { state, joined, left } = stateSinceReport(row, observations);
  const quotes = (evidence.quotes ?? []).slice(0, mostQuotes).filter((quote) => shown.has(keyOf(quote)));
  const isPlain = brief && evidence.rule !== undefined && joined.length + left.length === 0;
  const operator = [
    ...(row.pinned ? ['pinned'] : []),
    ...(row.namedByOperator ? ['renamed'] : []),
    ...(row.releasedKinds.length > 0 ? ['released'] : []),
  ];
  return {
    pattern_id: id,
    name,
    category,
    // What was released may say what is not shown unasked.
    ...(isPlain || row.releasedKinds.length > 0 ? {} : { description: row.description }),
    basis: evidence.basis,
    state,
    ...(evidence.rule === undefined ? {} : { rule: evidence.rule }),
    ...(quotes.length === 0 ? {} : { quotes }),
    member_count: row.memberCount,
    ...(isPlain ? {} : { member_ids: row.relatedMemberIds.slice(0, mostMembers) }),
    ...(joined.length === 0 ? {} : { joined: { member_ids: joined.slice(0, mostMembers) } }),
    ...(left.length === 0 ? {} : { left: left.length }),
    ...(operator.length === 0 ? {} : { operator }),
  };
}

function keyOf({ member_id, field, quote }: Quote): string {
  return JSON.stringify([member_id, field, quote]);
}
