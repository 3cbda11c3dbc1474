import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, CloudSun, Pause, RotateCcw } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Run } from '@warren/contracts';
import { messageOf } from '../../api/failure.ts';
import { replayRun } from '../../api/runs.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { count, counted, dollars } from '../../ui/format.ts';
import { showToast } from '../../ui/states/toasts.tsx';
import styles from './run-outcome.module.css';

/** Outcome of a run, and the next action. */
export function RunOutcome({ run }: { run: Run }) {
  switch (run.status) {
    case 'succeeded':
      return run.patterns.length + run.held === 0 ? <NothingStandsOut run={run} /> : <Found run={run} />;
    case 'parked':
    case 'budget_exhausted':
      return <MayGoOn run={run} />;
    case 'cancelled':
      return (
        <Outcome Icon={CircleX} title="The run was cancelled">
          <p>{run.reason ?? 'What it had saved by then stays.'}</p>
        </Outcome>
      );
    default:
      return (
        <Outcome Icon={CircleX} title="The run failed">
          <p dir="auto">{run.reason ?? 'Its worker’s log has the cause.'}</p>
        </Outcome>
      );
  }
}

function Found({ run }: { run: Run }) {
  const created = run.patterns.filter((pattern) => pattern.created).length;
  const again = run.patterns.length - created;
  const parts = [
    ...(created > 0 ? [counted(created, 'new pattern')] : []),
    ...(again > 0 ? [`${counted(again, 'pattern')} met again`] : []),
    ...(run.held > 0 ? [`${run.held} held for you`] : []),
  ];
  return (
    <Outcome
      Icon={CircleCheck}
      title={parts.join(', ')}
      action={
        <LinkButton kind="first" to="/patterns" search={{ run: run.id }}>
          See them
        </LinkButton>
      }
    >
      <Tested run={run} />
      {run.held > 0 && <p>Held ones are counted as this run left them, whatever you decided since.</p>}
    </Outcome>
  );
}

/** Outcome without patterns: a valid result, not a failure. */
function NothingStandsOut({ run }: { run: Run }) {
  return (
    <Outcome Icon={CloudSun} title="Nothing stands out this time">
      <p>That is a finding too: what these members share is what chance alone would give.</p>
      <Tested run={run} />
      {run.response_text !== '' && <p dir="auto">{run.response_text}</p>}
    </Outcome>
  );
}

function Tested({ run }: { run: Run }) {
  return run.tested === null ? null : (
    <p>
      {count(run.tested)} possible rules were tested
      {run.focus_areas.length > 0 && (
        <>
          , with a look at <bdi>{run.focus_areas.join(', ')}</bdi>
        </>
      )}
      .
    </p>
  );
}

function MayGoOn({ run }: { run: Run }) {
  const client = useQueryClient();
  const spent = run.status === 'budget_exhausted';
  const raised = spent && run.max_cost !== null ? run.max_cost * 2 : undefined;
  const replay = useMutation({
    mutationFn: async () => replayRun(run.id, raised === undefined ? {} : { max_cost: raised }),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['runs'] }),
    onError: (error) => showToast({ message: messageOf(error) }),
  });
  return (
    <Outcome
      Icon={Pause}
      title={spent ? 'The budget is used up' : 'The run is parked'}
      action={
        <Button kind="first" isDisabled={replay.isPending} onPress={() => replay.mutate()}>
          <RotateCcw size={16} aria-hidden />
          {raised === undefined ? 'Go on where it stood' : `Go on with ${dollars(raised)}`}
        </Button>
      }
    >
      <p dir="auto">{run.reason ?? ''}</p>
      <p>
        Nothing is lost: it goes on where it stood, and what it has thought already is not paid for again.
      </p>
    </Outcome>
  );
}

function Outcome({
  Icon,
  title,
  action,
  children,
}: {
  Icon: LucideIcon;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.outcome} role="status">
      <Icon size={26} strokeWidth={1.6} aria-hidden />
      <div className={styles.text}>
        <h3>{title}</h3>
        {children}
      </div>
      {action}
    </div>
  );
}
