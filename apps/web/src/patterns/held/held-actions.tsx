import { Archive, Send } from 'lucide-react';
import type { Pattern } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { usePatternChange } from '../detail/use-pattern-change.ts';

/** Buttons that release or dismiss a held pattern; they name it, since a list has several. */
export function HeldActions({ pattern: { id, name } }: { pattern: Pattern }) {
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
        onPress={() =>
          change.mutate({
            patch: { is_active: false },
            done: 'Dismissed: no run brings it back.',
            undo: { is_active: true },
          })
        }
      >
        <Archive size={16} aria-hidden />
        Dismiss
      </Button>
    </>
  );
}
