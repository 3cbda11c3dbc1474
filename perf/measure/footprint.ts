import { readFile, readdir } from 'node:fs/promises';

/** Resources of a process at a moment; undefined where not available. For its live heap see `liveHeapOf`. */
export interface Footprint {
  rssMb: number;
  /** open file descriptors, sockets among them */
  fds: number;
  /** sockets, timers and the like that keep Node's event loop alive */
  handles: number | undefined;
}

const timeoutMs = 2_000;

/**
 * Reads a process's resources from Linux, and from its metrics those that only it knows. Undefined where the process
 * has ended.
 * @param url where it answers `/metrics`
 */
export async function footprintOf(pid: number, url: string): Promise<Footprint | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const fds = (await readdir(`/proc/${pid}/fd`)).length;
    const metrics = await metricsOf(url);
    return {
      rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024,
      fds,
      handles: metricIn(metrics, 'nodejs_active_handles_total'),
    };
  } catch {
    return undefined;
  }
}

/** The text of `/metrics`; empty where the service does not answer, since its process may be stopped or cut off. */
async function metricsOf(url: string): Promise<string> {
  const answer = fetch(`${url}/metrics`, { signal: AbortSignal.timeout(timeoutMs) });
  return answer.then(async (response) => response.text()).catch(() => '');
}

/** The value of a figure without labels in the Prometheus text format. */
export function metricIn(text: string, name: string): number | undefined {
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}
