import { EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { readRevision } from '../members/membership-changes.ts';
import type { Community } from './community.ts';
import { loadCommunity } from './load-community.ts';

/** Holds the community in memory and reads it again once its revision has changed. */
@Injectable()
export class CommunityStore {
  private held: Community | undefined;
  private loading: { revision: number; community: Promise<Community> } | undefined;

  constructor(private readonly em: EntityManager) {}

  /** The community at the current revision, or a later one. */
  async current(): Promise<Community> {
    const revision = await readRevision(this.em.fork());
    if (this.held !== undefined && this.held.revision >= revision) {
      return this.held;
    }
    // A load that began at this revision or later sees it too; an earlier one may not.
    if (this.loading === undefined || this.loading.revision < revision) {
      this.loading = { revision, community: this.load() };
    }
    return this.loading.community;
  }

  private async load(): Promise<Community> {
    try {
      const community = await this.em
        .fork()
        .transactional(loadCommunity, { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
      if (this.held === undefined || this.held.revision < community.revision) {
        this.held = community;
      }
      return community;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }
}
