import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Retention, forgetGoneInAudit } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { MemberEraser } from '../../erasure/member-eraser.ts';
import { hasLeft } from '../has-left.ts';
import { DepartureSettings } from './departure-settings.ts';

/** Members erased in one transaction, which locks the membership. */
const batch = 10;

/** Notices who has left, and erases them after the time that the operator has set. */
@Injectable()
export class DepartedMembers {
  constructor(
    private readonly eraser: MemberEraser,
    private readonly changes: MembershipChanges,
    { eraseAfterDays }: DepartureSettings,
    retention: Retention,
  ) {
    // Also where nobody is erased, so that the time counts from then on once somebody is to be.
    retention.register(
      { name: 'departures of members who returned', batch: noticeDepartures },
      { name: 'names of members who are gone, in the audit', batch: forgetGone },
    );
    if (eraseAfterDays !== null) {
      retention.register({
        name: 'members who have left',
        batch: async (em) => this.eraseSome(em, eraseAfterDays),
      });
    }
  }

  private async eraseSome(em: EntityManager, days: number): Promise<number> {
    await this.changes.lock(em);
    const departed = await em.execute<{ id: number }[]>(
      `select id from member join member_departure on member_id = id
       where ${hasLeft} and noticed_at < now() - ? * interval '1 day' order by id limit ?`,
      [days, batch],
    );
    for (const { id } of departed) {
      await this.eraser.eraseIn(em, id, { left_days: days });
    }
    return departed.length;
  }
}

/** @returns the number of members who have returned */
async function noticeDepartures(em: EntityManager): Promise<number> {
  await em.execute(
    `insert into member_departure (member_id, noticed_at) select id, now() from member where ${hasLeft}
     on conflict do nothing`,
  );
  const returned = await em.execute(
    `delete from member_departure using member where id = member_id and not ${hasLeft} returning member_id`,
  );
  return returned.length;
}

/** A request that failed while its member was being erased may have been recorded after the erasure. */
async function forgetGone(em: EntityManager): Promise<number> {
  return forgetGoneInAudit(em, async (ids) => {
    const gone = await em.execute<{ id: number }[]>(
      `select named.id from (select value::integer as id from jsonb_array_elements_text(?::jsonb)) as named
       where not exists (select from member where member.id = named.id) limit 1000`,
      [JSON.stringify(ids)],
    );
    return gone.map(({ id }) => id);
  });
}
