import type { RunStatus } from '@warren/contracts';
import type { Tone } from '../ui/tag.tsx';

/** Label of a run's status. */
export const statusText: Record<RunStatus, { name: string; tone: Tone }> = {
  queued: { name: 'Waiting', tone: 'info' },
  running: { name: 'At work', tone: 'info' },
  paused: { name: 'Paused', tone: 'caution' },
  succeeded: { name: 'Succeeded', tone: 'good' },
  failed: { name: 'Failed', tone: 'danger' },
  cancelled: { name: 'Cancelled', tone: 'plain' },
  parked: { name: 'Parked', tone: 'caution' },
  budget_exhausted: { name: 'Budget used up', tone: 'caution' },
};
