import styles from './chips.module.css';

/** Facets, as short words beside each other. */
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
