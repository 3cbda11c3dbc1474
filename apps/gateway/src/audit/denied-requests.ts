import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Actor, DeniedTries } from '@warren/contracts';
import { RequestClient, Shutdown, withoutRequest } from '@warren/messaging';

type Tried = DeniedTries['tries'][number];

const everyMs = 60_000;
/** Kinds of tries that are told apart within a minute; further ones are counted as one. */
const mostKinds = 500;

/** Statuses of requests that were denied: not known, not allowed, under a foreign name, too many. */
const deniedStatuses = [401, 403, 421, 429];

/** Returns whether a status denies a request. */
export function isDenied(status: number): boolean {
  return deniedStatuses.includes(status);
}

/**
 * Counts denied requests by who sent them, route and status, and has member-profile record the counts once a minute, since
 * the gateway owns no tables: however many are sent, the audit grows by a bounded number of entries. Those of the last
 * minute are lost where the process is killed.
 */
@Injectable()
export class DeniedRequests implements OnApplicationBootstrap {
  private readonly logger = new Logger(DeniedRequests.name);
  private counts = new Map<string, Tried>();
  private unsent: DeniedTries | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly requests: RequestClient,
    shutdown: Shutdown,
  ) {
    shutdown.register({
      name: 'denied requests',
      stopIntake: () => clearInterval(this.timer),
      publish: async () => this.send(),
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.send(), everyMs).unref();
  }

  /** Counts a request that was answered with `status`. */
  add(actor: Actor, route: string, status: number, traceId: string): void {
    const { id, kind, role } = actor;
    const isRoom = this.counts.size < mostKinds;
    const tried: Tried = {
      actor: isRoom ? { id, kind, role } : { id: 'others', kind: 'unknown', role: null },
      route: isRoom ? route.slice(0, 200) : 'others',
      status,
      count: 0,
      trace_id: traceId,
    };
    const own = JSON.stringify([{ id, kind, role }, route.slice(0, 200), status]);
    const key = isRoom || this.counts.has(own) ? own : `others ${status}`;
    const counted = this.counts.get(key) ?? tried;
    this.counts.set(key, { ...counted, count: counted.count + 1, trace_id: traceId });
  }

  /** Sends what was counted; what cannot be sent waits for the next time, under the same id. */
  async send(): Promise<void> {
    if (this.unsent === undefined && this.counts.size > 0) {
      this.unsent = { id: randomUUID(), tries: [...this.counts.values()] };
      this.counts = new Map();
    }
    const { unsent } = this;
    if (unsent === undefined) {
      return;
    }
    try {
      await withoutRequest(async () => this.requests.ask('audit.record-denied', unsent));
      this.unsent = undefined;
    } catch (error) {
      this.logger.warn(
        `${unsent.tries.length} kinds of denied requests are not recorded yet: ${String(error)}`,
      );
    }
  }
}
