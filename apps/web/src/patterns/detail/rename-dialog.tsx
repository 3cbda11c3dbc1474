import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { fieldMessage, messageOf } from '../../api/failure.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import styles from './rename-dialog.module.css';

/** Dialog that renames a pattern; shows the server's error below the field. */
export function RenameDialog({
  name,
  error,
  busy,
  onRename,
  onClose,
}: {
  name: string;
  error: unknown;
  busy: boolean;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  const [given, setGiven] = useState(name);
  const problem = error === null ? undefined : (fieldMessage(error, 'name') ?? messageOf(error));
  return (
    <Dialog title="Rename the pattern" isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (given.trim() === name) {
            onClose();
          } else {
            onRename(given);
          }
        }}
      >
        <TextField label="Name" value={given} onChange={setGiven} problem={problem} autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="first" type="submit" isDisabled={busy || given.trim() === ''}>
            Rename
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
