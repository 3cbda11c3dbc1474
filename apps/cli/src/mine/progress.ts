/** Duration after which progress is reported if the output is no terminal. */
const silentMs = 2_000;
const reportIntervalMs = 10_000;
const redrawIntervalMs = 200;
/** Number of members from which mining is announced. */
const manyMembers = 20_000;

/** Progress on standard error: on a terminal at once, elsewhere only for what takes longer. */
export class Progress {
  private readonly out: { write(text: string): unknown; isTTY?: boolean };
  private readonly began = performance.now();
  private reportedAt: number | undefined;

  constructor(out: { write(text: string): unknown; isTTY?: boolean }) {
    this.out = out;
  }

  /** Reports the number of members read so far. */
  reading(file: string, members: number): void {
    const now = performance.now();
    const wait = this.out.isTTY
      ? redrawIntervalMs
      : this.reportedAt === undefined
        ? silentMs
        : reportIntervalMs;
    if (now - (this.reportedAt ?? this.began) < wait) {
      return;
    }
    this.reportedAt = now;
    this.note(`Reading ${file}: ${members.toLocaleString('en')} members …`, '');
  }

  /** Reports the end of reading. */
  read(file: string, members: number): void {
    const took = performance.now() - this.began;
    if (!this.out.isTTY && took < silentMs) {
      return;
    }
    this.note(`Read ${file}: ${members.toLocaleString('en')} members in ${seconds(took)}`, '\n');
  }

  /** Runs the mining, which reports no progress itself, and reports its duration. */
  mining<T>(members: number, work: () => T): T {
    const from = performance.now();
    const isLong = this.out.isTTY === true || members >= manyMembers || from - this.began > silentMs;
    if (isLong) {
      this.note(`Mining ${members.toLocaleString('en')} members …`, '');
    }
    const result = work();
    const took = performance.now() - from;
    if (isLong || took > silentMs) {
      this.note(`Mined ${members.toLocaleString('en')} members in ${seconds(took)}`, '\n');
    }
    return result;
  }

  /** Writes a line; on a terminal one without `end` is overwritten by the next. */
  private note(text: string, end: '' | '\n'): void {
    this.out.write(this.out.isTTY ? `\r\u001b[K${text}${end}` : `${text}\n`);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
