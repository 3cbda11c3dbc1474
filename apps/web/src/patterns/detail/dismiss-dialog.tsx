import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { DismissalReason } from '@warren/contracts';
import type { Pattern, PatternPatch } from '@warren/contracts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/form/choice.tsx';
import { dismissalReasons } from '../text.ts';
import styles from './rename-dialog.module.css';

const none = 'none';
const options = [
  { value: none, name: 'No reason' },
  ...DismissalReason.options.map((value) => ({ value, name: dismissalReasons[value] })),
] as const;

/** Dialog that dismisses a pattern, with the reason if there is one to give. */
export function DismissDialog({
  pattern: { name },
  verb,
  busy,
  onDismiss,
  onClose,
}: {
  pattern: Pattern;
  /** what the page calls it: a held pattern is dismissed, another one retired */
  verb: 'Dismiss' | 'Retire';
  busy: boolean;
  onDismiss: (patch: PatternPatch) => void;
  onClose: () => void;
}) {
  const [because, setBecause] = useState<DismissalReason | typeof none>(none);
  return (
    <Dialog title={`${verb} the pattern`} isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          onDismiss({ is_active: false, ...(because !== none && { because }) });
        }}
      >
        <p>
          <bdi>{name}</bdi>: no run brings it back.
        </p>
        <Choice label="Why?" value={because} options={options} onChange={setBecause} />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="first" type="submit" isDisabled={busy}>
            {verb}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
