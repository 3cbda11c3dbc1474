import { Archive, Send } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { usePatternChange } from '../detail/use-pattern-change.ts';

// The list of patterns has these buttons, and does without what dialogs need.
const DismissDialog = lazy(async () => ({
  default: (await import('../detail/dismiss-dialog.tsx')).DismissDialog,
}));

/** Buttons that release or dismiss a held pattern; they name it, since a list has several. */
export function HeldActions({ pattern }: { pattern: Pattern }) {
  const { id, name } = pattern;
  const [isDismissing, setDismissing] = useState(false);
  const change = usePatternChange(id);
  return (
    <>
      <Button
        isDisabled={change.isPending}
        aria-label={`Release ${name}`}
        onPress={() =>
          change.mutate({ patch: { held: false }, done: 'Released: events and questions tell of it.' })
        }
      >
        <Send size={16} aria-hidden />
        Release
      </Button>
      <Button
        isDisabled={change.isPending}
        aria-label={`Dismiss ${name}`}
        onPress={() => setDismissing(true)}
      >
        <Archive size={16} aria-hidden />
        Dismiss
      </Button>
      {isDismissing && (
        <Suspense>
          <DismissDialog
            pattern={pattern}
            verb="Dismiss"
            busy={change.isPending}
            onClose={() => setDismissing(false)}
            onDismiss={(patch) =>
              change.mutate(
                { patch, done: 'Dismissed: no run brings it back.', undo: { is_active: true } },
                { onSettled: () => setDismissing(false) },
              )
            }
          />
        </Suspense>
      )}
    </>
  );
}
