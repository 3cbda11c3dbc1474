import type { EntityManager } from '@mikro-orm/postgresql';
import { BudgetExhausted, Outage } from '../../run-state/run-errors.ts';

/** Sums of many prices differ in their last digits from the price of the sum. */
const rounding = 1e-9;

/**
 * Adds the possible cost of a call to that of its day, in the caller's transaction: the day's row is locked, so that
 * workers reserve sequentially. Days are UTC by the database's clock, and a call counts towards the day it began on.
 * @returns the day, as `2026-11-29`
 * @throws Outage if the day may exceed the cap, BudgetExhausted if the call alone exceeds it
 */
export async function reserveToday(em: EntityManager, usd: number, cap: number | null): Promise<string> {
  if (cap !== null && usd > cap) {
    throw new BudgetExhausted(
      `The next call may cost up to $${usd.toFixed(4)}, and all calls of a day no more than $${cap.toFixed(2)} ` +
        '(MAX_COST_PER_DAY); what was saved stays. Raise that, and replay the run to go on.',
    );
  }
  const [today] = await em.execute<{ day: string; usd: number; left_ms: number }[]>(
    `insert into model_day as today (day, usd) values ((clock_timestamp() at time zone 'UTC')::date, ?)
     on conflict (day) do update set usd = today.usd + excluded.usd
     returning day::text, usd, (extract(epoch from
       (day + 1)::timestamp - (clock_timestamp() at time zone 'UTC')) * 1000)::double precision as left_ms`,
    [usd],
  );
  if (today === undefined) {
    throw new Error('The day of a call was not written.');
  }
  if (cap !== null && today.usd > cap + rounding) {
    throw new Outage(
      `The next call may cost up to $${usd.toFixed(4)}, and $${(today.usd - usd).toFixed(4)} of the ` +
        `$${cap.toFixed(2)} a day (MAX_COST_PER_DAY) are spent or may be. The run waits, and goes on when it fits: ` +
        'after 00:00 UTC at the latest, or once the cap was raised.',
      today.left_ms,
    );
  }
  return today.day;
}

/** Corrects the cost of a day once the actual cost of a call is known. */
export async function correctDay(em: EntityManager, day: string | null, usd: number): Promise<void> {
  if (day !== null) {
    await em.execute('update model_day set usd = greatest(0, usd + ?) where day = ?::date', [usd, day]);
  }
}
