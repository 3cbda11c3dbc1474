import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { facetFields } from '@warren/facets';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { namesOf } from '../../privacy/names.ts';
import { FacetReader } from './facet-reader.ts';
import type { FacetColumns, FacetOwner } from './facet-reader.ts';

const batch = 1_000;

interface StaleMember extends FacetOwner, FacetColumns {
  id: number;
  first_name: string;
  last_name: string;
}

/** Keeps stored facets up to date with the vocabulary and the sensitive words, and stored names with the name rules. */
@Injectable()
export class StoredFacets {
  private readonly logger = new Logger(StoredFacets.name);

  constructor(
    private readonly em: EntityManager,
    private readonly reader: FacetReader,
    private readonly changes: MembershipChanges,
  ) {}

  /** Recomputes the facets that were stored under another vocabulary or other sensitive words, batch by batch; safe to interrupt. */
  async reindexStale(): Promise<void> {
    let changed = 0;
    let after: number | undefined = 0;
    while (after !== undefined) {
      const done = await this.nextBatch(after);
      changed += done.changed;
      after = done.last;
    }
    if (changed > 0) {
      this.logger.log(
        `Vocabulary or sensitive words have changed, and with them what patterns may tell of ${changed} members`,
      );
    }
  }

  private async nextBatch(after: number): Promise<{ changed: number; last: number | undefined }> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const stale = await em.execute<StaleMember[]>(
        `select id, first_name, last_name, facets, facet_labels, to_json(consents) as consents, ${facetFields.join(', ')}
         from member where id > ? and facets_version <> ? order by id limit ?`,
        [after, this.reader.version, batch],
      );
      if (stale.length === 0) {
        return { changed: 0, last: undefined };
      }
      const read = stale.map((member) => ({
        id: member.id,
        names: namesOf(member.first_name, member.last_name),
        ...this.reader.read(member),
      }));
      await em.execute(
        `update member set facets = r.facets, facet_labels = r.facet_labels, names = r.names, facets_version = ?
         from jsonb_to_recordset(?::jsonb) as r(id integer, facets text[], facet_labels text[], names text[])
         where member.id = r.id`,
        [this.reader.version, JSON.stringify(read)],
      );
      const changed = read.filter((now, at) => mayTellOther(now, stale[at])).length;
      if (changed > 0) {
        await this.changes.publish(em, changed);
      }
      return { changed, last: stale.at(-1)?.id };
    });
  }
}

/** Whether something else may be told of a member: its facets differ, or its consent may count for its texts or no longer. */
function mayTellOther(
  now: Pick<StaleMember, 'facets' | 'facet_labels'>,
  before: StaleMember | undefined,
): boolean {
  return (
    before === undefined ||
    before.consents.length > 0 ||
    JSON.stringify([now.facets, now.facet_labels]) !== JSON.stringify([before.facets, before.facet_labels])
  );
}
