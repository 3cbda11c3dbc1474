import { setTimeout as delay } from 'node:timers/promises';

/** What happens where a failpoint is reached. */
type Action = () => Promise<void>;

/**
 * A place where a test can break this process: a no-op unless the environment names it when the process starts, as
 * `WARREN_FAILPOINT=name:action[@n],…`. `@n` takes the nth time it is reached alone. Actions: `kill` (SIGKILL), `stop`
 * (SIGSTOP), `throw`, `delay=ms`, `block=ms` (of the event loop). After FreeBSD's fail(9).
 */
export const failpoint: (name: string) => Promise<void> | void = reader(process.env['WARREN_FAILPOINT']);

/** The failpoints a setting describes, as one function to call at each place. */
export function reader(setting: string | undefined): (name: string) => Promise<void> | void {
  if (setting === undefined || setting === '') {
    return () => undefined;
  }
  const points = new Map(setting.split(',').map((text) => read(text.trim())));
  return (name) => points.get(name)?.();
}

function read(text: string): [string, Action] {
  const match = /^([\w.-]+):(kill|stop|throw|delay|block)(?:=(\d+))?(?:@(\d+))?$/.exec(text);
  if (match === null) {
    throw new Error(
      `WARREN_FAILPOINT: "${text}" is not name:action[@n], with kill, stop, throw, delay=ms or block=ms`,
    );
  }
  const [, name = '', action = '', ms = '0', only] = match;
  let reached = 0;
  return [
    name,
    async () => {
      reached += 1;
      if (only === undefined || reached === Number(only)) {
        await act(action, Number(ms), name);
      }
    },
  ];
}

async function act(action: string, ms: number, name: string): Promise<void> {
  if (action === 'kill' || action === 'stop') {
    process.kill(process.pid, action === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    // The signal is delivered between two turns of the event loop.
    await delay(action === 'kill' ? 60_000 : 1);
  } else if (action === 'throw') {
    throw new Error(`failpoint ${name}`);
  } else if (action === 'delay') {
    await delay(ms);
  } else {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }
}
