import type { Retention } from './retention.ts';

/** Prometheus metrics of what was deleted for its age. */
export function retentionFigures(retention: Retention) {
  return [
    {
      name: 'warren_purged_rows',
      help: 'Rows that this process has deleted for their age since its start, by what they are.',
      label: 'what',
      read: async () => Promise.resolve(retention.counts()),
    },
  ];
}
