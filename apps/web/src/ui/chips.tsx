import styles from './chips.module.css';

/** Row of chips, one per label. */
export function Chips({ labels, more = 0 }: { labels: readonly string[]; more?: number }) {
  return (
    <ul className={styles.chips}>
      {labels.map((label, index) => (
        <li key={index}>
          <bdi>{label}</bdi>
        </li>
      ))}
      {more > 0 && <li className={styles.more}>+ {more}</li>}
    </ul>
  );
}
