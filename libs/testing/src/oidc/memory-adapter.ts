/** What the provider stores, by its kind and id. */
const stored = new Map<string, Payload>();

interface Payload {
  uid?: string;
  grantId?: string;
  consumed?: number;
}

/** Store of the provider, for as long as the test runs; the one that comes with it warns at each start. */
export class MemoryAdapter {
  private readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }

  async upsert(id: string, payload: Payload): Promise<void> {
    stored.set(this.keyOf(id), payload);
    return Promise.resolve();
  }

  async find(id: string): Promise<Payload | undefined> {
    return Promise.resolve(stored.get(this.keyOf(id)));
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    const found = [...stored].find(([key, payload]) => key.startsWith(this.keyOf('')) && payload.uid === uid);
    return Promise.resolve(found?.[1]);
  }

  async consume(id: string): Promise<void> {
    Object.assign(stored.get(this.keyOf(id)) ?? {}, { consumed: Math.floor(Date.now() / 1_000) });
    return Promise.resolve();
  }

  async destroy(id: string): Promise<void> {
    stored.delete(this.keyOf(id));
    return Promise.resolve();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of stored) {
      if (payload.grantId === grantId) {
        stored.delete(key);
      }
    }
    return Promise.resolve();
  }

  private keyOf(id: string): string {
    return `${this.kind}:${id}`;
  }
}
