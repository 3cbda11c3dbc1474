import styles from './skeleton.module.css';

/** Placeholder of about the size of the content, so that the layout does not shift when it loads. */
export function Skeleton({ of = 'line' }: { of?: 'title' | 'line' | 'card' | 'row' | 'picture' }) {
  return <div aria-hidden className={`${styles.skeleton ?? ''} ${styles[of] ?? ''}`} />;
}

/** Several placeholders, with a label for screen readers. */
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

/** Placeholder of a whole view. */
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
