import { UserSearch } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { Button } from '../../ui/button.tsx';

const MemberDialog = lazy(async () => ({ default: (await import('./member-dialog.tsx')).MemberDialog }));

/** Filter by member. The name stays out of the address: only the id goes there. */
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
