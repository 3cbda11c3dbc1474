import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Run } from '@warren/contracts';
import { fieldMessage } from '../api/failure.ts';
import { replayRun } from '../api/runs.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { dollars } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { showToast } from '../ui/states/toasts.tsx';
import { parseDollars } from './parse-dollars.ts';
import styles from './run.module.css';

/** Panel that resumes a parked run, or one whose budget is used up, with a higher cap. */
export function ReplayPanel({ run }: { run: Run }) {
  const client = useQueryClient();
  const isPaid = run.max_cost !== null;
  const [given, setGiven] = useState(() => firstOffer(run));
  const replay = useMutation({
    mutationFn: async (max_cost: number | undefined) =>
      replayRun(run.id, max_cost === undefined ? {} : { max_cost }),
    onSuccess: async () => {
      showToast({ message: `Run ${run.id} goes on.` });
      await client.invalidateQueries({ queryKey: ['runs'] });
    },
  });
  const cap = given.trim() === '' ? undefined : parseDollars(given);
  const inputError = given.trim() !== '' && cap === undefined ? 'Write an amount, e.g. 2.50.' : undefined;
  const serverError = fieldMessage(replay.error, 'max_cost');
  return (
    <Section
      title={run.status === 'parked' ? 'This run is parked' : 'This run has used up its budget'}
      lead="Nothing is lost: it goes on where it stood, and what was thought already is not paid for again."
    >
      <p className={styles.why}>
        <Pause size={18} aria-hidden />
        <span dir="auto">{run.reason ?? 'No reason was kept.'}</span>
      </p>
      <Form
        className={styles.replay ?? ''}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (inputError === undefined) {
            replay.mutate(isPaid ? cap : undefined);
          }
        }}
      >
        {isPaid && (
          <TextField
            label={`At most, in US dollars (so far ${dollars(run.max_cost ?? 0)})`}
            inputMode="decimal"
            autoComplete="off"
            value={given}
            onChange={setGiven}
            problem={inputError ?? serverError}
          />
        )}
        <Button kind="first" type="submit" isDisabled={replay.isPending}>
          <RotateCcw size={16} aria-hidden />
          Replay
        </Button>
      </Form>
      {replay.error !== null && serverError === undefined && <ErrorState error={replay.error} />}
    </Section>
  );
}

/** Default cap: doubled if the budget was used up, else unchanged. */
function firstOffer({ status, max_cost }: Run): string {
  return max_cost === null ? '' : String(status === 'budget_exhausted' ? max_cost * 2 : max_cost);
}
