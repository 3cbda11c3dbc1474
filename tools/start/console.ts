/** Progress for the person who waits: one line a step, on standard error, with the time it took. */
export class Steps {
  private readonly began = performance.now();

  /** Says what is being done, runs it, and says how long it took. */
  async step<T>(what: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    this.line(`${what} …`);
    const result = await work();
    this.line(`${what}: ${seconds(performance.now() - from)}`);
    return result;
  }

  /** One line of news. */
  line(text: string): void {
    const at = ((performance.now() - this.began) / 1000).toFixed(1).padStart(6);
    process.stderr.write(`${at} s  ${text}\n`);
  }
}

/** A duration in milliseconds, for reading. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
