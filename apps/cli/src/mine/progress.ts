const patienceMs = 2_000;
const betweenNotesMs = 10_000;
const betweenRedrawsMs = 200;
/** So many members are worth a word before they are mined. */
const manyMembers = 20_000;

/** Progress for the person who waits, on standard error: on a terminal at once, elsewhere where it takes longer. */
export class Progress {
  readonly #out: { write(text: string): unknown; isTTY?: boolean };
  readonly #began = performance.now();
  #toldAt: number | undefined;

  constructor(out: { write(text: string): unknown; isTTY?: boolean }) {
    this.#out = out;
  }

  /** So many members were read so far. */
  reading(file: string, members: number): void {
    const now = performance.now();
    const wait = this.#out.isTTY
      ? betweenRedrawsMs
      : this.#toldAt === undefined
        ? patienceMs
        : betweenNotesMs;
    if (now - (this.#toldAt ?? this.#began) < wait) return;
    this.#toldAt = now;
    this.#note(`Reading ${file}: ${members.toLocaleString('en')} members …`, '');
  }

  /** The file is read. */
  read(file: string, members: number): void {
    const took = performance.now() - this.#began;
    if (!this.#out.isTTY && took < patienceMs) return;
    this.#note(`Read ${file}: ${members.toLocaleString('en')} members in ${seconds(took)}`, '\n');
  }

  /** Runs what cannot tell anything meanwhile, and says how long it took. */
  mining<T>(members: number, work: () => T): T {
    const from = performance.now();
    const isLong = this.#out.isTTY === true || members >= manyMembers || from - this.#began > patienceMs;
    if (isLong) this.#note(`Mining ${members.toLocaleString('en')} members …`, '');
    const result = work();
    const took = performance.now() - from;
    if (isLong || took > patienceMs) {
      this.#note(`Mined ${members.toLocaleString('en')} members in ${seconds(took)}`, '\n');
    }
    return result;
  }

  /** On a terminal a line that is not `end`ed is written over by the next. */
  #note(text: string, end: '' | '\n'): void {
    this.#out.write(this.#out.isTTY ? `\r\u001b[K${text}${end}` : `${text}\n`);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
