import { Download } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));

/** Button that exports the patterns shown. */
export function ExportButton({ patterns }: { patterns: readonly Pattern[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button isDisabled={patterns.length === 0} onPress={() => setOpen(true)}>
        <Download size={16} aria-hidden />
        Export
      </Button>
      {open && (
        <Suspense>
          <ExportDialog patterns={patterns} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
