import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Square } from 'lucide-react';
import { messageOf } from '../../api/failure.ts';
import { cancelRun } from '../../api/runs.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/states/toasts.tsx';

/** Stops a run before its next step; what it has saved stays. A turn of the model that is under way is waited for. */
export function CancelButton({ id }: { id: number }) {
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: async () => cancelRun(id),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['runs'] }),
    onError: (error) => say({ message: messageOf(error) }),
  });
  return (
    <Button isDisabled={cancel.isPending || cancel.isSuccess} onPress={() => cancel.mutate()}>
      <Square size={14} aria-hidden />
      {cancel.isSuccess ? 'Cancelling …' : 'Cancel'}
    </Button>
  );
}
