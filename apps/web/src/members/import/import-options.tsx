import type { ImportOptions as Options } from '../../api/import-members.ts';
import { Tick } from '../../ui/form/tick.tsx';
import styles from './import.module.css';

/** How a file is taken: what its empty cells mean, and what it means not to be in it. */
export function ImportOptions({
  options,
  onChange,
}: {
  options: Options;
  onChange: (options: Options) => void;
}) {
  return (
    <div className={styles.options}>
      <Tick
        checked={options.cancelAbsent}
        onChange={(cancelAbsent) => onChange({ ...options, cancelAbsent })}
      >
        The file holds the whole membership: mark who is not in it as gone.
      </Tick>
      <Tick checked={options.clearEmpty} onChange={(clearEmpty) => onChange({ ...options, clearEmpty })}>
        An empty cell empties the field. Otherwise the field stays as it is.
      </Tick>
    </div>
  );
}
