import { UserX } from 'lucide-react';
import { useState } from 'react';
import type { ImportAnswer } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { count, counted } from '../../ui/format.ts';

/** Asks to confirm the cancellation of members absent from a file, if there are unusually many. */
export function ConfirmAbsent({
  answer,
  onConfirm,
}: {
  answer: ImportAnswer;
  onConfirm: (absent: number) => void;
}) {
  const { absent = 0, absent_of } = answer;
  const [isOpen, setOpen] = useState(true);
  if (absent_of === undefined) {
    return null;
  }
  return (
    <Dialog
      title={`This file lacks ${count(absent)} of ${counted(absent_of, 'member')}. Mark them as cancelled?`}
      role="alertdialog"
      isOpen={isOpen}
      onClose={() => setOpen(false)}
    >
      <p>
        So many rarely leave between two files: it may hold only a part of the membership, or another one. The
        members who are in it were taken either way. Who is marked comes back, as it was, with a later file
        that has it.
      </p>
      <DialogActions>
        <Button autoFocus onPress={() => setOpen(false)}>
          Keep them
        </Button>
        <Button
          kind="danger"
          onPress={() => {
            setOpen(false);
            onConfirm(absent);
          }}
        >
          <UserX size={16} aria-hidden />
          Mark {counted(absent, 'member')} as cancelled
        </Button>
      </DialogActions>
    </Dialog>
  );
}
