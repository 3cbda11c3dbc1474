/** Progress on standard error: one line per step, with its duration. */
export class Steps {
  private readonly began = performance.now();

  /** Runs a step, and reports its start and duration. */
  async step<T>(what: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    this.line(`${what} …`);
    const result = await work();
    this.line(`${what}: ${seconds(performance.now() - from)}`);
    return result;
  }

  /** Prints one line with the time since the start. */
  line(text: string): void {
    const at = ((performance.now() - this.began) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`${at} s  ${text}\n`);
  }
}

/** Formats a duration in milliseconds as seconds. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
