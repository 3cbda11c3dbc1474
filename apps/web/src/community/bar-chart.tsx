import { Chart } from '../ui/chart/chart.tsx';
import { truncate } from '../ui/chart/truncate.ts';
import styles from './bar-chart.module.css';

const rowHeight = 40;
const barHeight = 9;
/** Approximate width of a character of the labels, and of the notes. */
const labelSign = 8;
const noteSign = 7;

/** Bar of a chart: its share of the full length, with label and note. */
interface BarRow {
  name: string;
  /** 0 to 1 */
  part: number;
  note: string;
}

/** Horizontal bars, each under its label, so that they look alike on a phone and on a wide screen. */
export function BarChart({ title, file, rows }: { title: string; file: string; rows: readonly BarRow[] }) {
  return (
    <Chart
      title={title}
      summary={rows.map(({ name, note }) => `${truncate(name, 60)}: ${note}`).join('; ')}
      file={file}
      height={rows.length * rowHeight}
    >
      {(width) =>
        rows.map(({ name, part, note }, row) => {
          const room = Math.floor((width - note.length * noteSign - 16) / labelSign);
          return (
            <g key={row} transform={`translate(0,${row * rowHeight})`}>
              <text y={15} className={styles.label}>
                {truncate(name, Math.max(8, room))}
              </text>
              <text x={width} y={15} textAnchor="end" className={styles.note}>
                {note}
              </text>
              <rect y={22} width={width} height={barHeight} rx={3} className={styles.track} />
              {part > 0 && (
                <rect
                  y={22}
                  width={Math.max(3, part * width)}
                  height={barHeight}
                  rx={3}
                  className={styles.bar}
                />
              )}
            </g>
          );
        })
      }
    </Chart>
  );
}
