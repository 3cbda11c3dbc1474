import { UserX } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { count, counted } from '../../ui/format.ts';

/** Asks whether members absent from a file are to be cancelled, if there are unusually many. */
export function ConfirmAbsent({
  absent,
  of,
  onConfirm,
  onKeep,
  onClose,
}: {
  absent: number;
  /** members there are */
  of: number;
  onConfirm: () => void;
  onKeep: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={`This file lacks ${count(absent)} of ${counted(of, 'member')}. Mark them as cancelled?`}
      role="alertdialog"
      isOpen
      onClose={onClose}
    >
      <p>
        So many rarely leave between two files: this one may hold only a part of the membership. The members
        who are in it are imported either way. Members marked as cancelled come back, as they were, with a
        later file that has them.
      </p>
      <DialogActions>
        <Button autoFocus onPress={onKeep}>
          Keep them
        </Button>
        <Button kind="danger" onPress={onConfirm}>
          <UserX size={16} aria-hidden />
          Mark {counted(absent, 'member')} as cancelled
        </Button>
      </DialogActions>
    </Dialog>
  );
}
