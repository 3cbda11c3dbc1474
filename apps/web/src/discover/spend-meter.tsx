import { Meter } from 'react-aria-components/Meter';
import type { Spend } from '@warren/contracts';
import { count, dollars } from '../ui/format.ts';
import styles from './spend-meter.module.css';

/** Spend of a run, against its cap. */
export function SpendMeter({ spend, cap, analyst }: { spend: Spend; cap: number | null; analyst: string }) {
  const { cost_usd, uncertain_usd, input_tokens, output_tokens } = spend;
  if (analyst === 'statistical') {
    return <p className={styles.quiet}>The statistical analyst costs nothing.</p>;
  }
  const tokens = `${count(input_tokens)} tokens read, ${count(output_tokens)} written`;
  if (cost_usd === null || cap === null) {
    return (
      <p className={styles.quiet}>
        Spent: {cost_usd === null ? 'the model has no price here' : dollars(cost_usd)}; {tokens}.
      </p>
    );
  }
  const text = `${dollars(cost_usd)} of ${dollars(cap)}`;
  return (
    <div className={styles.spend}>
      <Meter
        aria-label="Spent, against the cap"
        value={Math.min(cost_usd, cap)}
        maxValue={cap}
        valueLabel={text}
      >
        {({ percentage }) => (
          <svg className={styles.meter} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
            <rect width="100" height="4" className={styles.track} />
            <rect width={percentage} height="4" className={styles.used} />
          </svg>
        )}
      </Meter>
      <p className={styles.quiet}>
        Spent: {text}
        {uncertain_usd > 0 && `, and ${dollars(uncertain_usd)} at most under way`}; {tokens}.
      </p>
    </div>
  );
}
