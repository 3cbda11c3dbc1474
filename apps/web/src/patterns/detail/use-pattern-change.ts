import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Pattern, PatternPatch } from '@warren/contracts';
import { messageOf } from '../../api/failure.ts';
import { patchPattern } from '../../api/patterns.ts';
import { showToast } from '../../ui/states/toasts.tsx';

/** Change of a pattern: its patch, its message, and the patch that undoes it. */
interface PatternChange {
  patch: PatternPatch;
  done: string;
  undo?: PatternPatch;
}

/** Applies a change, shows its message, and offers to undo it. */
export function usePatternChange(id: number) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async ({ patch }: PatternChange): Promise<Pattern> => patchPattern(id, patch),
    onSuccess: async (pattern, { done, undo }) => {
      client.setQueryData(['patterns', 'one', id], pattern);
      showToast({
        message: done,
        ...(undo !== undefined && { undo: () => mutation.mutate({ patch: undo, done: 'Taken back.' }) }),
      });
      await client.invalidateQueries({ queryKey: ['patterns'] });
    },
    onError: (error, { patch }) => {
      // the rename dialog shows its errors itself
      if (patch.name === undefined) {
        showToast({ message: messageOf(error) });
      }
    },
  });
  return mutation;
}
