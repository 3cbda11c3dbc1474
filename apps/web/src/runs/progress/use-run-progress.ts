import { RunProgress } from '@warren/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Names of the events, which are the steps of a run. */
const steps = RunProgress.shape.step.options;
/** What changes the run's own row, or the patterns: read again when it is told. */
const telling: ReadonlySet<string> = new Set(['snapshot', 'saved', 'refused', 'measured', 'ended']);
const kept = 200;
const againMs = 2_000;

/** What is told of a run while it works. */
export interface Progress {
  /** oldest first; only what was told since this page looks on */
  steps: readonly RunProgress[];
  /** whether the server tells now */
  listening: boolean;
}

/** Listens to a run until it has ended, and again after the server was away. */
export function useRunProgress(id: number, ended: boolean): Progress {
  const client = useQueryClient();
  const [told, setTold] = useState<{ id: number; steps: readonly RunProgress[] }>({ id, steps: [] });
  const [listening, setListening] = useState(false);
  useEffect(() => {
    if (ended) {
      return undefined;
    }
    const stop = listen(`/api/v1/discovery-runs/${id}/events`, setListening, (progress) => {
      setTold((before) => ({
        id,
        steps: [...(before.id === id ? before.steps : []), progress].slice(-kept),
      }));
      if (telling.has(progress.step)) {
        void client.invalidateQueries({ queryKey: ['runs'] });
        void client.invalidateQueries({ queryKey: ['patterns'] });
      }
    });
    return stop;
  }, [id, ended, client]);
  return { steps: told.id === id ? told.steps : [], listening };
}

function listen(
  url: string,
  onListening: (listening: boolean) => void,
  onProgress: (progress: RunProgress) => void,
): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const open = (): void => {
    source = new EventSource(url);
    source.onopen = () => onListening(true);
    source.onerror = () => {
      onListening(false);
      // an answer that is no stream, such as a 503, ends it for good: the browser does not try again by itself
      if (source?.readyState === EventSource.CLOSED && !over) {
        again = setTimeout(open, againMs);
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
          over = true;
          source?.close();
          onListening(false);
        }
      });
    }
  };
  open();
  return () => {
    over = true;
    clearTimeout(again);
    source?.close();
    onListening(false);
  };
}
