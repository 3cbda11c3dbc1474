import styles from './evidence.module.css';

/** Error bar: an interval with a stop at each end. */
export function Whisker({ from, to, y }: { from: number; to: number; y: number }) {
  const stop = 5;
  return (
    <path
      className={styles.whisker}
      d={`M${from},${y - stop}v${2 * stop}M${from},${y}H${to}M${to},${y - stop}v${2 * stop}`}
    />
  );
}
