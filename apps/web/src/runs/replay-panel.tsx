import type { Run } from '@warren/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { fieldMessage } from '../api/failure.ts';
import { replayRun } from '../api/runs.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { dollars } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { say } from '../ui/states/toasts.tsx';
import { dollarsIn } from './parse-dollars.ts';
import styles from './run.module.css';

/** Why a run stopped half way, and the way on: from where it stood, with more money where that had run out. */
export function ReplayPanel({ run }: { run: Run }) {
  const client = useQueryClient();
  const isPaid = run.max_cost !== null;
  const [given, setGiven] = useState(() => firstOffer(run));
  const replay = useMutation({
    mutationFn: async (max_cost: number | undefined) =>
      replayRun(run.id, max_cost === undefined ? {} : { max_cost }),
    onSuccess: async () => {
      say({ message: `Run ${run.id} goes on.` });
      await client.invalidateQueries({ queryKey: ['runs'] });
    },
  });
  const cap = given.trim() === '' ? undefined : dollarsIn(given);
  const unread = given.trim() !== '' && cap === undefined ? 'Write an amount, e.g. 2.50.' : undefined;
  const told = fieldMessage(replay.error, 'max_cost');
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
          if (unread === undefined) {
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
            problem={unread ?? told}
          />
        )}
        <Button kind="first" type="submit" isDisabled={replay.isPending}>
          <RotateCcw size={16} aria-hidden />
          Replay
        </Button>
      </Form>
      {replay.error !== null && told === undefined && <ErrorState error={replay.error} />}
    </Section>
  );
}

/** Twice as much where the budget is the reason; else the cap stays as it is. */
function firstOffer({ status, max_cost }: Run): string {
  return max_cost === null ? '' : String(status === 'budget_exhausted' ? max_cost * 2 : max_cost);
}
