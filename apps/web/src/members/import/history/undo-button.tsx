import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportRecord } from '@warren/contracts';
import { undoImport } from '../../../api/imports.ts';
import { refreshAfterImport } from '../../../api/refresh.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { dateTime } from '../../../ui/format.ts';
import { ErrorState } from '../../../ui/states/error-state.tsx';
import { showToast } from '../../../ui/states/toasts.tsx';
import { undoQuestion, undoText } from './text.ts';

/** Button that undoes an import after a confirmation that says what it will do. */
export function UndoButton({ record, onUndone }: { record: ImportRecord; onUndone?: () => void }) {
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: async () => undoImport(record.import_id),
    onSuccess: (report) => {
      showToast({ message: undoText(report) });
      setAsks(false);
      onUndone?.();
    },
    // also after a failure: the import may be undone in part, or by somebody else
    onSettled: async () => refreshAfterImport(client),
  });
  const { file_name, started_at } = record;
  return (
    <>
      <Button
        aria-label={`Undo the import of ${file_name === '' ? dateTime(started_at) : file_name}`}
        onPress={() => {
          undo.reset();
          setAsks(true);
        }}
      >
        <Undo2 size={16} aria-hidden />
        Undo
      </Button>
      <Dialog title="Undo this import?" role="alertdialog" isOpen={asks} onClose={() => setAsks(false)}>
        <p>
          {file_name !== '' && (
            <>
              <strong>
                <bdi>{file_name}</bdi>
              </strong>
              {', '}
            </>
          )}
          {dateTime(started_at)}
        </p>
        <p>{undoQuestion(record)}</p>
        {undo.error !== null && <ErrorState error={undo.error} />}
        <DialogActions>
          <Button autoFocus onPress={() => setAsks(false)}>
            Keep it
          </Button>
          <Button kind="danger" isDisabled={undo.isPending} onPress={() => undo.mutate()}>
            <Undo2 size={16} aria-hidden />
            Undo the import
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
