import type { Pattern, PatternPatch } from '@warren/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '../../api/failure.ts';
import { patchPattern } from '../../api/patterns.ts';
import { say } from '../../ui/states/toasts.tsx';

/** A change of a pattern: what to write, what to tell when it is done, and what takes it back. */
export interface PatternChange {
  patch: PatternPatch;
  done: string;
  undo?: PatternPatch;
}

/** Gives the operator's word on a pattern, tells that it was done, and offers the way back. */
export function usePatternChange(id: number) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async ({ patch }: PatternChange): Promise<Pattern> => patchPattern(id, patch),
    onSuccess: async (pattern, { done, undo }) => {
      client.setQueryData(['patterns', 'one', id], pattern);
      say({
        message: done,
        ...(undo !== undefined && { undo: () => mutation.mutate({ patch: undo, done: 'Taken back.' }) }),
      });
      await client.invalidateQueries({ queryKey: ['patterns'] });
    },
    onError: (error, { patch }) => {
      // a name is asked for in a dialog, which says itself what is wrong with it
      if (patch.name === undefined) {
        say({ message: messageOf(error) });
      }
    },
  });
  return mutation;
}
