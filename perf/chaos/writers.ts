/** Maps connections to PostgreSQL to processes, by the client port that the server sees. */
export interface ConnectionLog {
  opened(port: number, pid: number): void;
  /** The process that a port belonged to at a time. */
  at(port: number, when: number): number | undefined;
}

/** An empty log; ports are reused, so that each entry has its time. */
export function connectionLog(now: () => number = Date.now): ConnectionLog {
  const lines = new Map<number, { from: number; pid: number }[]>();
  return {
    opened: (port, pid) => {
      lines.set(port, [...(lines.get(port) ?? []), { from: now(), pid }]);
    },
    at: (port, when) => lines.get(port)?.findLast(({ from }) => from <= when)?.pid,
  };
}
