import type { ImportAnswer } from '@warren/contracts';
import { count, counted } from '../../ui/format.ts';

/** Notes on an import beside its figures, a sentence each; none if nothing was left out. */
export function importNotes(answer: ImportAnswer): string[] {
  const { taken_without, kept, cleared, silent_no, no_answer, cancel_skipped, absent, absent_of } = answer;
  return [
    ...(taken_without > 0
      ? [`${counted(taken_without, 'member')} taken in part, without what could not be used.`]
      : []),
    ...(silent_no > 0
      ? [
          `${counted(silent_no, 'member')} taken as not public: every answer in that column of the file is yes, and theirs is empty.`,
        ]
      : []),
    ...(no_answer > 0
      ? [
          `${counted(no_answer, 'line')} of the file left open whether the member is public: who is new is not, who was there stays as they were.`,
        ]
      : []),
    ...(kept.fields > 0
      ? [
          `${counted(kept.fields, 'field')} of ${counted(kept.members, 'member')} stayed as they were, though the file has an empty cell for them.`,
        ]
      : []),
    ...(cleared.fields > 0
      ? [
          `${counted(cleared.fields, 'field')} of ${counted(cleared.members, 'member')} emptied, as the file has them.`,
        ]
      : []),
    ...(absent_of !== undefined
      ? [
          `Nobody was marked as gone: the file lacks ${count(absent ?? 0)} of ${counted(absent_of, 'member')}, and that was not confirmed.`,
        ]
      : cancel_skipped === undefined
        ? []
        : [cancel_skipped]),
  ];
}
