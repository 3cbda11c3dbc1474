import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conflict, MemberNotFound } from '@warren/contracts';
import type { AuditTarget, Member, MemberLine, RequestOf } from '@warren/contracts';
import { newMember } from '@warren/member-files';
import { AuditLog } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { keepEarlierPassages } from '../../erasure/earlier-passages.ts';
import { ErasedIdentities } from '../../erasure/erased-identities.ts';
import { rejectErased } from '../../erasure/reject-erased.ts';
import { findStored, insertMembers, readStored, updateMembers } from '../import/import-statements.ts';
import { MemberPreparer } from '../import/member-preparer.ts';
import { hasSameIdentityAndStatus, planImport } from '../import/plan-import.ts';
import { hashOf, withFoldedEmail } from '../import/prepare-member.ts';
import type { Profile } from '../import/prepare-member.ts';
import { MemberRow } from '../member.entity.ts';
import { toMember } from '../to-member.ts';
import { patchedProfile } from './patched-profile.ts';

/** Adds and changes single members, as their operator writes them. */
@Injectable()
export class ByHandService {
  constructor(
    private readonly em: EntityManager,
    private readonly preparer: MemberPreparer,
    private readonly changes: MembershipChanges,
    private readonly erased: ErasedIdentities,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Adds a member; one without any identifier gets an external id, so that it can be told apart.
   * @throws Conflict if an identifier is another member's, or an erased person's
   */
  async create({ member: given }: RequestOf<'members.create'>): Promise<Member> {
    const member = withFoldedEmail(identified(given));
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      await this.expectNotErased(em, member);
      await expectFree(em, member, undefined);
      const { inserts } = planImport([{ line: 1, member }], [], 'keep');
      const [id = 0] = await insertMembers(em, await this.preparer.prepare(inserts), null);
      await this.changes.publish(em, 1);
      await this.audit.record(em, { action: 'members.create', target: memberOf(id) });
      return read(em, id);
    });
  }

  /**
   * Changes a member; without a difference nothing is written.
   * @throws MemberNotFound, InvalidRequest, or Conflict as `create`
   */
  async update({ id, patch }: RequestOf<'members.update'>): Promise<Member> {
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const [stored] = await readStored(em, [id]);
      if (stored === undefined) {
        throw MemberNotFound.of(id);
      }
      const { id: _id, content_hash: _hash, ...before } = stored;
      const profile: Profile = patchedProfile({ ...newMember(), ...before }, patch);
      if (hashOf(profile) === hashOf(before) && hasSameIdentityAndStatus(profile, before)) {
        return read(em, id);
      }
      if (profile.external_id !== before.external_id || profile.email !== before.email) {
        await this.expectNotErased(em, profile);
        await expectFree(em, profile, id);
      }
      const changed = { ...profile, id };
      await updateMembers(em, await this.preparer.prepare([changed]));
      await keepEarlierPassages(em, [stored], [changed]);
      await this.changes.publish(em, 1);
      const details = { fields: Object.keys(patch).join(' ') };
      await this.audit.record(em, { action: 'members.update', target: memberOf(id), details });
      return read(em, id);
    });
  }

  private async expectNotErased(em: EntityManager, member: MemberLine): Promise<void> {
    const { rejected } = await rejectErased(em, this.erased, [{ line: 1, member }]);
    const [first] = rejected;
    if (first !== undefined) {
      throw new Conflict(
        'This person was erased on request and is not taken in again; where they wish to come back themselves, ' +
          'allow it first: npm run erasures -- allow',
        { field: first.field },
      );
    }
  }
}

function memberOf(id: number): AuditTarget {
  return { kind: 'member', ids: [String(id)] };
}

function identified(member: MemberLine): MemberLine {
  const isKnown = [member.external_id, member.email].some((value) => (value ?? '') !== '');
  return isKnown ? member : { ...member, external_id: `hand:${randomUUID()}` };
}

async function expectFree(
  em: EntityManager,
  { external_id = null, email = null }: MemberLine,
  own: number | undefined,
): Promise<void> {
  const found = await findStored(
    em,
    external_id === null ? [] : [external_id],
    email === null ? [] : [email],
  );
  const other = found.find(({ id }) => id !== own);
  if (other !== undefined) {
    const field = external_id !== null && other.external_id === external_id ? 'external_id' : 'email';
    throw new Conflict(`Another member, ${other.id}, has this ${field}: change that one, or give another.`, {
      member_id: other.id,
      field,
    });
  }
}

async function read(em: EntityManager, id: number): Promise<Member> {
  const row = await em.findOne(MemberRow, { id });
  if (row === null) {
    throw MemberNotFound.of(id);
  }
  return toMember(row);
}
