import { setTimeout as delay } from 'node:timers/promises';

/** Effect of a failpoint that is reached. */
type Action = () => Promise<void>;

let armed = failpointsOf(undefined);

/** A place where a test can break this process; a no-op unless it is armed. After FreeBSD's fail(9). */
export function failpoint(name: string): Promise<void> | void {
  return armed(name);
}

/**
 * Arms failpoints for this process, in place of those before, by the form `name:action[@n],…` of `WARREN_FAILPOINT`;
 * undefined or empty disarms all. `@n` acts only the nth time the place is reached. Actions: `kill` (SIGKILL), `stop`
 * (SIGSTOP), `throw`, `delay=ms`, `block=ms` (of the event loop).
 * @throws Error where the setting does not have that form
 */
export function armFailpoints(setting: string | undefined): void {
  armed = failpointsOf(setting);
}

/** Parses a setting into the function that is called at each place. */
export function failpointsOf(setting: string | undefined): (name: string) => Promise<void> | void {
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
    while (performance.now() < until) {
      // the condition does it all
    }
  }
}
