import { useId, useState } from 'react';
import { PatternCategory, categories } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { count } from '../../ui/format.ts';
import { PatternCard } from '../pattern-card.tsx';
import styles from './pattern-groups.module.css';

/** Cards of a category that are rendered at first; more follow on scrolling. */
const atFirst = 12;

/** Patterns, grouped by category. */
export function PatternGroups({ patterns }: { patterns: readonly Pattern[] }) {
  const groups = Map.groupBy(patterns, ({ category }) => category);
  return PatternCategory.options
    .filter((category) => groups.has(category))
    .map((category) => <Group key={category} category={category} patterns={groups.get(category) ?? []} />);
}

function Group({ category, patterns }: { category: PatternCategory; patterns: readonly Pattern[] }) {
  const [all, setAll] = useState(false);
  const id = useId();
  const { title, about } = categories[category];
  const drawn = all ? patterns : patterns.slice(0, atFirst);
  return (
    <section aria-labelledby={id} className={styles.group}>
      <header className={styles.header}>
        <h2 id={id}>
          {title} <span className={styles.count}>{count(patterns.length)}</span>
        </h2>
        <p>{about}</p>
      </header>
      <ul className={styles.cards}>
        {drawn.map((pattern) => (
          <li key={pattern.id}>
            <PatternCard pattern={pattern} />
          </li>
        ))}
      </ul>
      {drawn.length < patterns.length && (
        <div>
          <Button onPress={() => setAll(true)}>Show all {count(patterns.length)}</Button>
        </div>
      )}
    </section>
  );
}
