import { UserSearch } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { Button } from '../../ui/button.tsx';

const MemberDialog = lazy(async () => ({ default: (await import('./member-dialog.tsx')).MemberDialog }));

/** Narrows the list to the patterns of one member. Who it is stays out of the address: only the number goes there. */
export function MemberChoice({ onChoose }: { onChoose: (id: number) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="bare" onPress={() => setOpen(true)}>
        <UserSearch size={16} aria-hidden />
        Of a member …
      </Button>
      {open && (
        <Suspense>
          <MemberDialog
            onClose={() => setOpen(false)}
            onChoose={(id) => {
              setOpen(false);
              onChoose(id);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
