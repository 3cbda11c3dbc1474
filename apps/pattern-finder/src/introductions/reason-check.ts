import { Injectable } from '@nestjs/common';
import { RequestClient } from '@warren/messaging';
import { verifyQuotes } from '../evidence/verified-quotes.ts';
import { facetsCarried } from './carried-facets.ts';
import type { KnownRow } from './known-introductions.ts';

/** One reason of a known introduction: what stands for it today is looked up by member. */
interface KnownReason {
  readonly memberId: number;
  readonly facet: string | null;
  readonly words: KnownRow['need_words'];
}

/** Finds which introductions of an analyst still stand on what their members list and write. */
@Injectable()
export class ReasonCheck {
  constructor(private readonly requests: RequestClient) {}

  /** @returns ids of those that hold: both facets are still carried, and words still verbatim in their fields */
  async holding(rows: readonly KnownRow[], signal?: AbortSignal): Promise<ReadonlySet<number>> {
    const reasons = rows.flatMap(reasonsOf);
    const quoted = reasons.flatMap((reason) =>
      reason.words === null ? [] : [{ reason, quote: { member_id: reason.memberId, ...reason.words } }],
    );
    const quotes = quoted.map(({ quote }) => quote);
    const { verdicts } =
      quotes.length === 0 ? { verdicts: [] } : await verifyQuotes(this.requests, quotes, signal);
    const verified = quoted.filter((_, at) => verdicts[at]?.verified === true);
    const said = new Set(verified.map(({ reason }) => reason));
    const listing = reasons.filter(({ words }) => words === null).map(({ memberId }) => memberId);
    const carried = await facetsCarried(this.requests, listing, signal);
    const holds = (reason: KnownReason): boolean =>
      reason.facet === null ? said.has(reason) : carried.get(reason.memberId)?.has(reason.facet) === true;
    return new Set(
      rows.filter((_, at) => reasons.slice(2 * at, 2 * at + 2).every(holds)).map(({ id }) => id),
    );
  }
}

function reasonsOf({ seeker_id, giver_id, ...row }: KnownRow): [KnownReason, KnownReason] {
  return [
    { memberId: seeker_id, facet: row.need, words: row.need_words },
    { memberId: giver_id, facet: row.offer, words: row.offer_words },
  ];
}
