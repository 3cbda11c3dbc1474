import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Introduction, IntroductionPatch } from '@warren/contracts';
import { messageOf } from '../api/failure.ts';
import { patchIntroduction } from '../api/introductions.ts';
import { showToast } from '../ui/states/toasts.tsx';
import { states } from './text.ts';

/** Changes the state of an introduction, and offers to take it back; or releases it. */
export function useIntroductionChange({ id, state: before, reason }: Introduction, onDone: () => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (patch: IntroductionPatch): Promise<Introduction> => patchIntroduction(id, patch),
    onSuccess: async ({ state }, patch) => {
      onDone();
      const undo = { state: before, ...(reason !== null && { reason }) };
      showToast({
        message: patch.held === false ? 'Released.' : `${states[state].name}.`,
        ...(state !== before && { undo: () => mutation.mutate(undo) }),
      });
      await Promise.all(
        [['introductions'], ['members', 'one']].map(async (queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: (error) => showToast({ message: messageOf(error) }),
  });
  return mutation;
}
