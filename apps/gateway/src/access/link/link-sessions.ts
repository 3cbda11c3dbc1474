import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Time for which a link can be opened, in milliseconds. */
export const linkMs = 10 * 60_000;
/** Links that are open at once; a further one replaces the oldest. */
const mostLinks = 10;

/** Sessions of those who opened a link: each link opens one, once. They are kept in memory, so that they end with the process. */
export class LinkSessions {
  /** When each link ends, by the digest of its code. */
  private readonly links = new Map<string, number>();
  private readonly sessions = new Set<string>();
  private readonly token: Buffer;

  /**
   * @param token for programs, which carry it in place of a session
   * @param now milliseconds, by any clock that only grows
   */
  constructor(
    token: string,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.token = digest(token);
  }

  /** Makes the code of a new link. */
  newLink(): string {
    const [oldest] = this.links.keys();
    if (this.links.size >= mostLinks && oldest !== undefined) {
      this.links.delete(oldest);
    }
    const code = secret();
    this.links.set(keyOf(code), this.now() + linkMs);
    return code;
  }

  /** Opens the session of a link. @returns its id; undefined where the link was opened before, or is too old */
  open(code: string): string | undefined {
    const until = this.links.get(keyOf(code));
    this.links.delete(keyOf(code));
    if (until === undefined || this.now() > until) {
      return undefined;
    }
    const id = secret();
    this.sessions.add(keyOf(id));
    return id;
  }

  has(id: string): boolean {
    return this.sessions.has(keyOf(id));
  }

  close(id: string): void {
    this.sessions.delete(keyOf(id));
  }

  isToken(given: string): boolean {
    return timingSafeEqual(digest(given), this.token);
  }
}

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Digests are looked up, so that the time that takes tells nothing of a secret. */
const keyOf = (text: string): string => digest(text).toString('base64');
