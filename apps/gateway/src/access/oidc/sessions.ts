import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Identity } from '../roles/identity.ts';
import { OidcSettings } from './oidc-settings.ts';
import { SessionStore } from './session-store.ts';
import type { StoredText } from './session-store.ts';

/** Session as it is stored; times in milliseconds since the epoch. */
const Session = z.object({
  identity: Identity,
  begun_at: z.int(),
  seen_at: z.int(),
  id_token: z.string().describe('Tells the provider at logout whose session there ends'),
});
type Session = z.infer<typeof Session>;

/** Logout that still has to reach the provider. */
const PendingLogout = z.object({ logout_id_token: z.string(), ended_at: z.int() });

/** Least time between two writes of when a session was last used: not every request is one. */
const seenMs = 60_000;
/** Time in which a browser follows from the logout here to that at the provider. */
export const logoutS = 60;

/** Ids are 32 random bytes. They are stored as digests, so that the store has nothing to log in with. */
const isId = (id: string): boolean => /^[\w-]{43}$/.test(id);
const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Sessions of people who have logged in. An id is new at each login, and unknown after the logout. */
@Injectable()
export class Sessions {
  constructor(
    private readonly store: SessionStore,
    private readonly settings: OidcSettings,
  ) {}

  /** Begins a session; returns its id, for the cookie alone. */
  async begin(identity: Identity, idToken: string): Promise<string> {
    const now = Date.now();
    return this.add({ identity, begun_at: now, seen_at: now, id_token: idToken } satisfies Session);
  }

  /** Who has the session of this id; undefined where there is none, or it is over. */
  async find(id: string): Promise<Identity | undefined> {
    const stored = isId(id) ? await this.store.read(keyOf(id)) : undefined;
    const session = parsed(stored, Session);
    if (stored === undefined || session === undefined) {
      return undefined;
    }
    const now = Date.now();
    const { sessionIdleMs, sessionMaxMs } = this.settings;
    if (now - session.seen_at >= sessionIdleMs || now - session.begun_at >= sessionMaxMs) {
      await this.store.remove(keyOf(id));
      return undefined;
    }
    if (now - session.seen_at >= Math.min(seenMs, sessionIdleMs / 4)) {
      // not where somebody has just logged out: a session that was ended must not come back
      await this.store.writeOver(stored, keyOf(id), JSON.stringify({ ...session, seen_at: now }));
    }
    return session.identity;
  }

  /** Ends a session; returns the ID token that it began with, where there was one. */
  async end(id: string): Promise<string | undefined> {
    const stored = isId(id) ? await this.store.read(keyOf(id)) : undefined;
    if (stored === undefined) {
      return undefined;
    }
    await this.store.remove(keyOf(id));
    return parsed(stored, Session)?.id_token;
  }

  /** Keeps an ID token until the browser asks to be sent to the provider; returns the id of that, for a cookie. */
  async keepForLogout(idToken: string): Promise<string> {
    return this.add({ logout_id_token: idToken, ended_at: Date.now() } satisfies z.infer<
      typeof PendingLogout
    >);
  }

  /** Takes what was kept, once. */
  async takeForLogout(id: string): Promise<string | undefined> {
    const pending = isId(id) ? parsed(await this.store.read(keyOf(id)), PendingLogout) : undefined;
    if (pending === undefined) {
      return undefined;
    }
    await this.store.remove(keyOf(id));
    return Date.now() - pending.ended_at < logoutS * 1_000 ? pending.logout_id_token : undefined;
  }

  private async add(entry: object): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    await this.store.write(keyOf(id), JSON.stringify(entry));
    return id;
  }
}

/** Entry of this kind; undefined for one of another kind or version. */
function parsed<T>(stored: StoredText | undefined, schema: z.ZodType<T>): T | undefined {
  return stored === undefined ? undefined : schema.safeParse(JSON.parse(stored.text)).data;
}
