import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RunProgress } from '@warren/contracts';

/** Event names, which are the steps of a run. */
const steps = RunProgress.shape.step.options;
/** Steps that change the run or the patterns, which are then fetched again. */
const changingSteps: ReadonlySet<string> = new Set([
  'snapshot',
  'saved',
  'refused',
  'measured',
  'introduced',
  'ended',
]);
const maxKept = 200;
const reconnectMs = 2_000;

/** Progress of a run. */
export interface Progress {
  /** oldest first; only steps since this page subscribed */
  steps: readonly RunProgress[];
  /** whether the stream is connected */
  connected: boolean;
}

/** Subscribes to a run's progress until it has ended, and reconnects after an outage. */
export function useRunProgress(id: number, ended: boolean): Progress {
  const client = useQueryClient();
  const [received, setReceived] = useState<{ id: number; steps: readonly RunProgress[] }>({ id, steps: [] });
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    if (ended) {
      return undefined;
    }
    const stop = listen(`/api/v1/discovery-runs/${id}/events`, setConnected, (progress) => {
      setReceived((before) => ({
        id,
        steps: [...(before.id === id ? before.steps : []), progress].slice(-maxKept),
      }));
      if (changingSteps.has(progress.step)) {
        void client.invalidateQueries({ queryKey: ['runs'] });
        void client.invalidateQueries({ queryKey: ['patterns'] });
        void client.invalidateQueries({ queryKey: ['introductions'] });
        void client.invalidateQueries({ queryKey: ['themes'] });
      }
    });
    return stop;
  }, [id, ended, client]);
  return { steps: received.id === id ? received.steps : [], connected };
}

function listen(
  url: string,
  onConnected: (connected: boolean) => void,
  onProgress: (progress: RunProgress) => void,
): () => void {
  let source: EventSource | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  const open = (): void => {
    source = new EventSource(url);
    source.onopen = () => onConnected(true);
    source.onerror = () => {
      onConnected(false);
      // the browser does not reconnect after a response that is no stream, such as a 503
      if (source?.readyState === EventSource.CLOSED && !hasEnded) {
        reconnectTimer = setTimeout(open, reconnectMs);
      }
    };
    for (const step of steps) {
      source.addEventListener(step, (event: MessageEvent<string>) => {
        const progress = RunProgress.safeParse(JSON.parse(event.data)).data;
        if (progress === undefined) {
          return;
        }
        onProgress(progress);
        if (step === 'ended') {
          hasEnded = true;
          source?.close();
          onConnected(false);
        }
      });
    }
  };
  open();
  return () => {
    hasEnded = true;
    clearTimeout(reconnectTimer);
    source?.close();
    onConnected(false);
  };
}
