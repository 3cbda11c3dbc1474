import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

interface Option<T> {
  value: T;
  name: string;
  group?: string;
}

/** Select of a few values: the native control, which every phone and screen reader supports. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: ReactNode;
  value: T;
  /** in the order shown; those of a group stand below its name */
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) {
            onChange(chosen.value);
          }
        }}
      >
        {[...Map.groupBy(options, ({ group }) => group)].map(([group, of]) =>
          group === undefined ? (
            <Options key="" options={of} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={of} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

function Options({ options }: { options: readonly Option<string>[] }) {
  return options.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
