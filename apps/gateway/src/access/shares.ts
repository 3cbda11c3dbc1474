import { ServiceUnavailable, TooManyRequests } from '@warren/contracts';

/** Seconds after which to ask again for what others, or the client itself, have in use. */
const retryAfterS = 10;

/** Something that a limited number of clients may use at once. */
interface Limits {
  /** how many there are in all */
  readonly total: number;
  /** part of them that one client may use, above 0 and at most 1; one it always may */
  readonly share: number;
  /** Says that `count` are in use, and what to do: "200 clients follow runs already; …". */
  readonly explain: (count: number) => string;
}

/** Counts what clients use at once, so that one leaves something for the others. */
export class Shares {
  private used = 0;
  private readonly usedBy = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  /**
   * Takes one for a client. @returns what gives it back
   * @throws TooManyRequests if the client uses its share already, ServiceUnavailable if all are in use
   */
  take(client: string): () => void {
    const { total, share, explain } = this.limits;
    const own = this.usedBy.get(client) ?? 0;
    if (this.used >= total) {
      throw new ServiceUnavailable(explain(total));
    }
    if (own >= Math.max(1, Math.floor(total * share))) {
      throw TooManyRequests.of(`Of you alone: ${explain(own)}`, retryAfterS);
    }
    this.used += 1;
    this.usedBy.set(client, own + 1);
    let isTaken = true;
    return () => {
      if (isTaken) {
        isTaken = false;
        this.giveBack(client);
      }
    };
  }

  private giveBack(client: string): void {
    const left = (this.usedBy.get(client) ?? 1) - 1;
    this.used -= 1;
    if (left === 0) {
      this.usedBy.delete(client);
    } else {
      this.usedBy.set(client, left);
    }
  }
}
