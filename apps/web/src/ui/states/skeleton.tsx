import styles from './skeleton.module.css';

/** Stands where something will be, of about its size, so that nothing moves when it comes. */
export function Skeleton({ of = 'line' }: { of?: 'title' | 'line' | 'card' | 'row' | 'picture' }) {
  return <div aria-hidden className={`${styles.skeleton ?? ''} ${styles[of] ?? ''}`} />;
}

/** Several of them, and the word for who cannot see them. */
export function Skeletons({
  of,
  count,
  label,
}: {
  of: 'card' | 'row' | 'line';
  count: number;
  label: string;
}) {
  return (
    <div role="status" className={of === 'card' ? styles.cards : styles.rows}>
      <span className="unseen">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} of={of} />
      ))}
    </div>
  );
}

/** A whole view that is on its way. */
export function PageSkeleton() {
  return (
    <div role="status" className={styles.page}>
      <span className="unseen">Loading …</span>
      <Skeleton of="title" />
      <Skeleton of="line" />
      <Skeleton of="picture" />
    </div>
  );
}
