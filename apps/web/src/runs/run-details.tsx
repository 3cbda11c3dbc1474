import type { ReactNode } from 'react';
import type { Run } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { count, dateTime, dollars, duration } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import styles from './run.module.css';
import { analystName } from './text.ts';

/** Details of a run: analyst, turns, spend and duration. */
export function Particulars({ run }: { run: Run }) {
  const { spend, started_at, finished_at, max_cost } = run;
  const isPaid = run.analyst !== 'statistical';
  return (
    <Section title="Particulars">
      <dl className={styles.particulars}>
        <One name="Analyst">
          <bdi>{analystName(run)}</bdi>
        </One>
        {run.focus_areas.length > 0 && (
          <One name="Looks at">
            <Chips labels={run.focus_areas} />
          </One>
        )}
        <One name="Introductions">
          {count(run.introductions.proposed)}
          {run.introductions.held > 0 && <Note>and {count(run.introductions.held)} held for you</Note>}
        </One>
        <One name="Hypotheses tested">{run.tested === null ? 'not yet' : count(run.tested)}</One>
        {isPaid && (
          <>
            <One name="Turns">{count(run.turns)}</One>
            <One name="Tokens read">
              {count(spend.input_tokens)}
              <Note>
                and {count(spend.cache_read_tokens)} from the cache, {count(spend.cache_write_tokens)} into it
              </Note>
            </One>
            <One name="Tokens written">{count(spend.output_tokens)}</One>
            <One name="Spent">
              {spend.cost_usd === null ? 'the model has no price here' : dollars(spend.cost_usd)}
              {max_cost !== null && <Note>of {dollars(max_cost)} at most</Note>}
              {spend.uncertain_usd > 0 && (
                <Note>and {dollars(spend.uncertain_usd)} at most, under way or broken off</Note>
              )}
            </One>
          </>
        )}
        <One name="Began">{started_at === null ? 'not yet' : dateTime(started_at)}</One>
        {started_at !== null && finished_at !== null && (
          <One name="Took">{duration(started_at, finished_at)}</One>
        )}
        <One name="Taken up">
          {count(run.starts)} {run.starts === 1 ? 'time' : 'times'}
          {run.worker !== null && (
            <Note>
              by <bdi>{run.worker}</bdi>
            </Note>
          )}
        </One>
      </dl>
    </Section>
  );
}

function One({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className={styles.note}>{children}</span>;
}
