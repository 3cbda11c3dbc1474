import { EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { withoutRequest } from '@warren/messaging';
import { readRevision } from './membership-changes.ts';
import { MiningPool } from '../mining/mining-pool.ts';
import type { Community } from './community.ts';
import { applyChanges } from './apply-changes.ts';
import { loadCommunity } from './load-community.ts';

interface Loading {
  /** What it sees at least. */
  revision: number;
  hasBegun: boolean;
  community: Promise<Community>;
}

/** Holds the community in memory and, once its revision has changed, takes the changes in. */
@Injectable()
export class CommunityCache {
  private held: Community | undefined;
  private loading: Loading | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly pool: MiningPool,
  ) {}

  /** The community at the current revision, or a later one. */
  async current(): Promise<Community> {
    const revision = await readRevision(this.em.fork());
    if (this.held !== undefined && this.held.revision >= revision) {
      return this.held;
    }
    // One that has not begun will see this revision too; one that began before it may not.
    if (this.loading === undefined || (this.loading.hasBegun && this.loading.revision < revision)) {
      this.loading = this.loadAfter(this.loading, revision);
    }
    return this.loading.community;
  }

  /** Changes are taken in one after another: each begins where the one before it ended. */
  private loadAfter(before: Loading | undefined, revision: number): Loading {
    const load = async (): Promise<Community> => {
      await before?.community.catch(() => undefined);
      loading.hasBegun = true;
      try {
        this.held = await this.read(this.held);
        return this.held;
      } finally {
        if (this.loading === loading) {
          this.loading = undefined;
        }
      }
    };
    // Who asked first may leave; the others wait for the same.
    const community = withoutRequest(() => Promise.resolve().then(load));
    const loading: Loading = { revision, hasBegun: false, community };
    return loading;
  }

  private async read(held: Community | undefined): Promise<Community> {
    return this.em
      .fork()
      .transactional(
        (em) => (held === undefined ? loadCommunity(em, this.pool) : applyChanges(em, held, this.pool)),
        { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
      );
  }
}
