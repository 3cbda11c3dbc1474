/** Hands on results in the order in which their work was begun, whenever they are ready. */
export class InOrder<T> {
  private readonly take: (by: number, result: T) => void;
  private readonly queue: { by: number; result: Promise<T> | T; isReady: boolean }[] = [];

  /** `take` receives each result, and the number of who worked on it. */
  constructor(take: (by: number, result: T) => void) {
    this.take = take;
  }

  /** Results that were not handed on. */
  get size(): number {
    return this.queue.length;
  }

  /** Adds the next result, now or later. */
  add(by: number, result: Promise<T> | T): void {
    const entry = { by, result, isReady: !(result instanceof Promise) };
    this.queue.push(entry);
    if (result instanceof Promise) {
      result.then(
        (ready) => {
          entry.result = ready;
          entry.isReady = true;
        },
        // thrown in its turn
        () => undefined,
      );
    }
    this.takeReady();
  }

  /** Waits for the first result that was not handed on. @throws what its work threw */
  async next(): Promise<void> {
    const entry = this.queue.shift();
    if (entry !== undefined) {
      this.take(entry.by, await entry.result);
    }
    this.takeReady();
  }

  private takeReady(): void {
    for (let entry = this.queue[0]; entry?.isReady === true; entry = this.queue[0]) {
      this.queue.shift();
      this.take(entry.by, entry.result as T);
    }
  }
}
