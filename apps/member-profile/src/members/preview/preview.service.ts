import { setImmediate } from 'node:timers/promises';
import { EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isAnalysed, leftStatuses } from '@warren/contracts';
import type { MembershipStatus, ReadFacet, ReplyOf, RequestOf } from '@warren/contracts';
import { ErasedIdentities } from '../../erasure/erased-identities.ts';
import { rejectErased } from '../../erasure/reject-erased.ts';
import { FacetCounts } from '../facets/facet-counts.ts';
import { FacetReader } from '../facets/facet-reader.ts';
import { hasLeft } from '../has-left.ts';
import { findStored } from '../import/import-statements.ts';
import { planImport } from '../import/plan-import.ts';
import type { StoredMember } from '../import/plan-import.ts';
import { withFoldedEmail } from '../import/prepare-member.ts';
import type { Profile } from '../import/prepare-member.ts';
import { lostFields, sumLost } from './lost-fields.ts';

/** Members whose facets are read between two yields to the event loop. */
const readAtOnce = 50;

interface Changed {
  stored: StoredMember;
  profile: Profile;
}

/** Previews imports: plans their batches as an import does, and writes nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly em: EntityManager,
    private readonly reader: FacetReader,
    private readonly erased: ErasedIdentities,
  ) {}

  /** Previews a batch. Members whom earlier batches of the same file would create are not known to it. */
  async preview({
    rows,
    empty,
    seen,
    among = '',
  }: RequestOf<'members.preview-import'>): Promise<ReplyOf<'members.preview-import'>> {
    const given = rows.map((row) => ({ ...row, member: withFoldedEmail(row.member) }));
    const { plan, rejected } = await this.em.fork().transactional(
      async (em) => {
        const { lines, rejected: ofErased } = await rejectErased(em, this.erased, given);
        const stored = await findStored(
          em,
          lines.flatMap(({ member }) => member.external_id ?? []),
          lines.flatMap(({ member }) => member.email ?? []),
        );
        return { plan: planImport(lines, stored, empty), rejected: ofErased };
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
    const { created, updated, unchanged, results } = plan;
    const known = results.flatMap(({ stored, profile }) =>
      stored === undefined ? [] : [{ stored, profile }],
    );
    const analysed = results.map(({ profile }) => profile).filter(isAnalysed);
    return {
      created,
      updated,
      unchanged,
      rejected: [...rejected, ...plan.rejected],
      analysed: analysed.length,
      lost: sumLost(known.map(({ stored, profile }) => lostFields(stored, profile))),
      made_private: known.filter(({ stored, profile }) => stored.is_public && !profile.is_public).length,
      made_public: known.filter(({ stored, profile }) => !stored.is_public && profile.is_public).length,
      facets: await this.facetsOf(analysed),
      ...(seen
        ? {
            seen: seenOf(
              known.filter(({ stored }) => among === '' || stored.external_id?.startsWith(among) === true),
            ),
          }
        : {}),
    };
  }

  /** Members of today, of whom those that a file lacks would be cancelled. */
  async absent({
    among = '',
    keep_external_ids,
  }: RequestOf<'members.preview-absent'>): Promise<ReplyOf<'members.preview-absent'>> {
    const em = this.em.fork();
    const [all] = await em.execute<{ count: number }[]>(
      `select count(*)::integer from member where not ${hasLeft} and (? = '' or starts_with(external_id, ?))`,
      [among, among],
    );
    const kept = await em.execute<{ id: number }[]>(
      `select id from member
       where not ${hasLeft} and (? = '' or starts_with(external_id, ?)) and external_id = any(array(select jsonb_array_elements_text(?::jsonb)))`,
      [among, among, JSON.stringify(keep_external_ids)],
    );
    return { members: all?.count ?? 0, kept: kept.map(({ id }) => id) };
  }

  private async facetsOf(profiles: readonly Profile[]): Promise<ReadFacet[]> {
    const counts = new FacetCounts();
    for (const [at, profile] of profiles.entries()) {
      if (at % readAtOnce === 0) {
        await setImmediate();
      }
      counts.add(this.reader.read(profile));
    }
    return counts.counted;
  }
}

function seenOf(known: readonly Changed[]): { before: number[]; after: number[] } {
  const isPresent = (status: MembershipStatus): boolean => !leftStatuses.includes(status);
  const before = known.filter(({ stored }) => isPresent(stored.membership_status));
  return {
    before: before.map(({ stored }) => stored.id),
    after: known.filter(({ profile }) => isPresent(profile.membership_status)).map(({ stored }) => stored.id),
  };
}
