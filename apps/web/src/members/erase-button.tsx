import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '@warren/contracts';
import { eraseMember } from '../api/members.ts';
import { refreshAfterChange } from '../api/refresh.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { nameOf } from '../ui/name-of.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { showToast } from '../ui/states/toasts.tsx';

/** Button that erases a member after a confirmation. */
export function EraseButton({ member }: { member: Member }) {
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: async () => eraseMember(member.id),
    onSuccess: async () => {
      showToast({ message: `${nameOf(member)} was erased.` });
      await navigate({ to: '/members' });
      client.removeQueries({ queryKey: ['members', 'one', member.id] });
      await refreshAfterChange(client);
    },
  });
  return (
    <>
      <Button onPress={() => setAsks(true)}>
        <Trash2 size={16} aria-hidden />
        Erase
      </Button>
      <Dialog
        title="Erase this member for good?"
        role="alertdialog"
        isOpen={asks}
        onClose={() => setAsks(false)}
      >
        <p>
          <strong>
            <bdi>{nameOf(member)}</bdi>
          </strong>{' '}
          and the whole profile go at once. Patterns, their numbers and the questions follow within a minute.
          Nothing brings it back but another import.
        </p>
        {erase.error !== null && <ErrorState error={erase.error} />}
        <DialogActions>
          <Button autoFocus onPress={() => setAsks(false)}>
            Keep
          </Button>
          <Button kind="danger" isDisabled={erase.isPending} onPress={() => erase.mutate()}>
            <Trash2 size={16} aria-hidden />
            Erase for good
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
