import { EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { withoutRequest } from '@warren/messaging';
import { MiningPool } from '../mining/mining-pool.ts';
import { applyChanges } from './apply-changes.ts';
import type { Community } from './community.ts';
import { loadCommunity } from './load-community.ts';
import { readRevision } from './membership-changes.ts';

interface Loading {
  /** Minimum revision that it will read. */
  revision: number;
  hasStarted: boolean;
  community: Promise<Community>;
}

/** Caches the community in memory and applies changes whenever its revision has changed. */
@Injectable()
export class CommunityCache {
  private cached: Community | undefined;
  private loading: Loading | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly pool: MiningPool,
  ) {}

  /** The community at the current revision, or a later one. */
  async current(): Promise<Community> {
    const revision = await readRevision(this.em.fork());
    if (this.cached !== undefined && this.cached.revision >= revision) {
      return this.cached;
    }
    // A load that has not started will read this revision too; one that started earlier may not.
    if (this.loading === undefined || (this.loading.hasStarted && this.loading.revision < revision)) {
      this.loading = this.loadAfter(this.loading, revision);
    }
    return this.loading.community;
  }

  /** Loads run one after another: each starts from the result of the one before. */
  private loadAfter(before: Loading | undefined, revision: number): Loading {
    const load = async (): Promise<Community> => {
      await before?.community.catch(() => undefined);
      loading.hasStarted = true;
      try {
        this.cached = await this.read(this.cached);
        return this.cached;
      } finally {
        if (this.loading === loading) {
          this.loading = undefined;
        }
      }
    };
    // The first caller may abort while others wait for the same load.
    const community = withoutRequest(() => Promise.resolve().then(load));
    const loading: Loading = { revision, hasStarted: false, community };
    return loading;
  }

  private async read(cached: Community | undefined): Promise<Community> {
    return this.em
      .fork()
      .transactional(
        (em) => (cached === undefined ? loadCommunity(em, this.pool) : applyChanges(em, cached, this.pool)),
        { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
      );
  }
}
