import { Archive, ArchiveRestore } from 'lucide-react';
import type { Theme } from '@warren/contracts';
import { Button } from '../ui/button.tsx';
import { useThemeChange } from './use-theme-change.ts';

/** Button that takes a theme out of use, or brings it back. */
export function DismissButton({ theme: { id, status } }: { theme: Theme }) {
  const change = useThemeChange(id);
  const isActive = status === 'active';
  return (
    <Button
      isDisabled={change.isPending}
      onPress={() =>
        change.mutate({
          patch: { status: isActive ? 'dismissed' : 'active' },
          done: isActive ? 'Not useful: nobody is read for it, and nobody counts for it.' : 'In use again.',
          undo: { status },
        })
      }
    >
      {isActive ? <Archive size={16} aria-hidden /> : <ArchiveRestore size={16} aria-hidden />}
      {isActive ? 'Not useful' : 'Bring back'}
    </Button>
  );
}
