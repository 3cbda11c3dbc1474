import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Theme, ThemePatch } from '@warren/contracts';
import { messageOf } from '../api/failure.ts';
import { refreshAfterChange } from '../api/refresh.ts';
import { patchTheme } from '../api/themes.ts';
import { showToast } from '../ui/states/toasts.tsx';

/** Change of a theme: its patch, its message, and the patch that undoes it. */
interface ThemeChange {
  patch: ThemePatch;
  done: string;
  undo?: ThemePatch;
}

/** Applies a change, shows its message, and offers to undo it. */
export function useThemeChange(id: number) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async ({ patch }: ThemeChange): Promise<Theme> => patchTheme(id, patch),
    onSuccess: async (_theme, { done, undo }) => {
      showToast({
        message: done,
        ...(undo !== undefined && { undo: () => mutation.mutate({ patch: undo, done: 'Taken back.' }) }),
      });
      // what members carry changes with it
      await refreshAfterChange(client);
    },
    onError: (error) => showToast({ message: messageOf(error) }),
  });
  return mutation;
}
