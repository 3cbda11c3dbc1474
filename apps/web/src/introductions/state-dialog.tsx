import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { IntroductionState } from '@warren/contracts';
import type { Introduction } from '@warren/contracts';
import { messageOf } from '../api/failure.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { TextArea } from '../ui/form/text-area.tsx';
import { nameOf } from '../ui/name-of.ts';
import styles from './introductions.module.css';
import { states } from './text.ts';
import { useIntroductionChange } from './use-introduction-change.ts';

/** Dialog that says what came of an introduction. */
export function StateDialog({ introduction, onClose }: { introduction: Introduction; onClose: () => void }) {
  const [state, setState] = useState(introduction.state);
  const [reason, setReason] = useState(introduction.reason ?? '');
  const change = useIntroductionChange(introduction, onClose);
  return (
    <Dialog title="What came of it?" isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ state, reason });
        }}
      >
        <p>
          <bdi>{nameOf(introduction.seeker)}</bdi> and <bdi>{nameOf(introduction.giver)}</bdi>
        </p>
        <Choice
          label="State"
          value={state}
          options={IntroductionState.options.map((value) => ({ value, name: states[value].name }))}
          onChange={setState}
        />
        <TextArea
          label="Reason"
          hint="For yourself and other operators; may stay empty."
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
          problem={change.error === null ? undefined : messageOf(change.error)}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="first" type="submit" isDisabled={change.isPending}>
            Save
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
