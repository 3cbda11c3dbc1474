import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Square } from 'lucide-react';
import { messageOf } from '../../api/failure.ts';
import { cancelRun } from '../../api/runs.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/states/toasts.tsx';

/** Button that stops a run before its next step; what it has saved stays. A model call in flight is finished first. */
export function CancelButton({ id }: { id: number }) {
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: async () => cancelRun(id),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['runs'] }),
    onError: (error) => showToast({ message: messageOf(error) }),
  });
  return (
    <Button isDisabled={cancel.isPending || cancel.isSuccess} onPress={() => cancel.mutate()}>
      <Square size={14} aria-hidden />
      {cancel.isSuccess ? 'Cancelling …' : 'Cancel'}
    </Button>
  );
}
