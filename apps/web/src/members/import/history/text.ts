import type { ImportRecord, ImportState, UndoReport } from '@warren/contracts';
import { count, counted, listed } from '../../../ui/format.ts';
import type { Tone } from '../../../ui/tag.tsx';

/** Names and tones of the states of an import. */
export const importStates: Record<ImportState, { name: string; tone: Tone }> = {
  running: { name: 'Running', tone: 'info' },
  done: { name: 'Done', tone: 'good' },
  interrupted: { name: 'Broke off', tone: 'caution' },
  undone: { name: 'Undone', tone: 'plain' },
};

/** Counts of an import in a line: "12 new, 3 changed, 1 line not taken". */
export function countsText({
  created,
  updated,
  unchanged,
  cancelled,
  rejected_lines,
}: Pick<ImportRecord, 'created' | 'updated' | 'unchanged' | 'cancelled' | 'rejected_lines'>): string {
  const parts = [
    ...(created > 0 ? [`${count(created)} new`] : []),
    ...(updated > 0 ? [`${count(updated)} changed`] : []),
    ...(unchanged > 0 ? [`${count(unchanged)} as they were`] : []),
    ...(cancelled > 0 ? [`${count(cancelled)} marked as gone`] : []),
    ...(rejected_lines > 0 ? [`${counted(rejected_lines, 'line')} not taken`] : []),
  ];
  return parts.length === 0 ? 'nobody' : parts.join(', ');
}

/** What undoing an import would do. */
export function undoQuestion({
  created,
  updated,
  cancelled,
}: Pick<ImportRecord, 'created' | 'updated' | 'cancelled'>): string {
  const acts = [
    ...(created > 0
      ? [`the ${counted(created, 'member whom it added goes', 'members whom it added go')} again`]
      : []),
    ...(updated > 0
      ? [`the ${counted(updated, 'member whom it changed is', 'members whom it changed are')} as before`]
      : []),
    ...(cancelled > 0
      ? [
          `the ${counted(cancelled, 'member whom it marked as gone is', 'members whom it marked as gone are')} back`,
        ]
      : []),
  ];
  const what = acts.length === 0 ? 'What it changed is as before' : sentence(listed(acts));
  return `${what}. Whoever was changed otherwise since, or erased, stays as they are.`;
}

/** What undoing an import did. */
export function undoText({ removed, restored, left }: UndoReport): string {
  const parts = [
    ...(removed > 0 ? [`${counted(removed, 'member')} removed`] : []),
    ...(restored > 0 ? [`${count(restored)} as before`] : []),
    ...(left > 0 ? [`${count(left)} left as they are, since they were changed or erased`] : []),
  ];
  return parts.length === 0 ? 'Undone: nobody had to be changed.' : `Undone: ${parts.join(', ')}.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
