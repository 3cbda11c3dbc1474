import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Retention } from '@warren/messaging';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('members who have left', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  const left = { membership_status: 'cancelled' } as const;
  const stored = async () =>
    (await service.sql<{ external_id: string }>('select external_id from member order by external_id')).map(
      ({ external_id }) => external_id,
    );
  const age = async (days: number) =>
    service.sql(`update member_departure set noticed_at = now() - $1 * interval '1 day'`, [days]);

  it('are kept unless days are set, and erased after as many days once they are', async () => {
    await service.importAll([
      { external_id: 'gone', ...left },
      { external_id: 'back', ...left },
      { external_id: 'here' },
      { external_id: 'expired', membership_status: 'expired' },
    ]);
    await service.get(Retention).run();
    await age(4_000);
    await service.get(Retention).run();
    expect(await stored()).toEqual(['back', 'expired', 'gone', 'here']);

    await service.restart({ RETAIN_LEFT_MEMBERS_DAYS: '100' });
    await age(99);
    await service.get(Retention).run();
    expect(await stored()).toEqual(['back', 'expired', 'gone', 'here']);
    // Who returns in time stays, and begins anew when leaving again.
    await service.importAll([{ external_id: 'back', membership_status: 'active' }]);
    await age(101);
    await service.get(Retention).run();
    expect(await stored()).toEqual(['back', 'here']);
    await service.importAll([{ external_id: 'back', ...left }]);
    await service.get(Retention).run();
    expect(await stored()).toEqual(['back', 'here']);
  });

  it('are erased as on request: the next file does not bring them back, and the audit says why', async () => {
    const { rejected } = await service.importAll([{ external_id: 'gone', ...left }]);
    expect(rejected).toMatchObject([{ erased: true }]);
    const { entries } = await service.ask('members.list-audit', { action: 'members.erase', limit: 50 });
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      actor: { id: 'service:member-profile', kind: 'service' },
      details: { left_days: 100 },
    });
    expect(service.get(Retention).counts()).toContainEqual({ of: 'members who have left', value: 2 });
  });
});
