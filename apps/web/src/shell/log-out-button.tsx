import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { messageOf } from '../api/failure.ts';
import { logOut } from '../api/me.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/states/toasts.tsx';

/** Button that ends the session, here and where people log in. */
export function LogOutButton({ kind = 'bare' }: { kind?: 'bare' | 'plain' }) {
  const end = useMutation({
    mutationFn: logOut,
    onSuccess: (next) => window.location.assign(next),
    onError: (error) => showToast({ message: messageOf(error) }),
  });
  return (
    <Button kind={kind} isDisabled={end.isPending || end.isSuccess} onPress={() => end.mutate()}>
      <LogOut size={16} aria-hidden />
      Log out
    </Button>
  );
}
