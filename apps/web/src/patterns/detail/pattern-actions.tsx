import { Archive, ArchiveRestore, Pencil, Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { HeldActions } from '../held/held-actions.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { usePatternChange } from './use-pattern-change.ts';

/** Actions of an operator on a pattern; each can be undone, and no run reverses it. */
export function PatternActions({ pattern }: { pattern: Pattern }) {
  const [renaming, setRenaming] = useState(false);
  const [isRetiring, setRetiring] = useState(false);
  const change = usePatternChange(pattern.id);
  const busy = change.isPending;
  const { pinned, is_active, name, held, dismissed_because } = pattern;
  return (
    <>
      <Button
        isDisabled={busy}
        onPress={() =>
          change.mutate({
            patch: { pinned: !pinned },
            done: pinned ? 'Not pinned any more.' : 'Pinned: it stands first in its category.',
            undo: { pinned },
          })
        }
      >
        {pinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />}
        {pinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button isDisabled={busy} onPress={() => setRenaming(true)}>
        <Pencil size={16} aria-hidden />
        Rename
      </Button>
      {held !== null && is_active ? (
        <HeldActions pattern={pattern} />
      ) : (
        <Button
          isDisabled={busy}
          onPress={() =>
            is_active
              ? setRetiring(true)
              : change.mutate({
                  patch: { is_active: true },
                  done: 'Active again, measured on today’s members.',
                  undo: { is_active, ...(dismissed_because !== null && { because: dismissed_because }) },
                })
          }
        >
          {is_active ? <Archive size={16} aria-hidden /> : <ArchiveRestore size={16} aria-hidden />}
          {is_active ? 'Retire' : 'Reactivate'}
        </Button>
      )}
      {isRetiring && (
        <DismissDialog
          pattern={pattern}
          verb="Retire"
          busy={busy}
          onClose={() => setRetiring(false)}
          onDismiss={(patch) =>
            change.mutate(
              { patch, done: 'Retired: no run brings it back.', undo: { is_active } },
              { onSettled: () => setRetiring(false) },
            )
          }
        />
      )}
      {renaming && (
        <RenameDialog
          name={name}
          error={change.error}
          busy={busy}
          onClose={() => {
            change.reset();
            setRenaming(false);
          }}
          onRename={(given) =>
            change.mutate(
              { patch: { name: given }, done: 'Renamed.', undo: { name } },
              { onSuccess: () => setRenaming(false) },
            )
          }
        />
      )}
    </>
  );
}
