import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager, IsolationLevel, MikroORM } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { MembershipStatus, memberFieldsOf } from '@warren/contracts';
import { CommunityCache } from '../src/community/community-cache.ts';
import type { Community } from '../src/community/community.ts';
import { loadCommunity } from '../src/community/load-community.ts';
import { MiningPool } from '../src/mining/mining-pool.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

/** Unchanged members, enough that a few changes are applied one by one. */
const settled = Array.from({ length: 200 }, (_, at) => ({
  external_id: `settled-${at}`,
  bio: 'x'.repeat(at % 7),
  skills: [`Craft ${at % 9}`, at % 2 === 0 ? 'Baking' : 'baking'],
}));

const someone = fc.integer({ min: 0, max: 11 });
const profile = fc.record({
  external_id: someone.map((at) => `moving-${at}`),
  bio: fc.constantFrom('', 'Short.', 'A little longer.'),
  company: fc.constantFrom('', 'Kiln & Co'),
  urls: fc.array(fc.constantFrom('https://a.example', 'https://b.example'), { maxLength: 2 }),
  skills: fc.uniqueArray(
    fc.constantFrom(
      'Baking',
      'BAKING',
      'Craft 1',
      'craft 1',
      'Weaving',
      'weaving',
      'Only one',
      'Node.js',
      'nodejs',
    ),
    { maxLength: 4 },
  ),
  interests: fc.uniqueArray(fc.constantFrom('Hiking', 'hiking', 'Chess'), { maxLength: 2 }),
  membership_status: fc.constantFrom(...MembershipStatus.options),
  is_public: fc.boolean(),
});
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ members: fc.array(profile, { minLength: 1, maxLength: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ erase: someone }) },
  // erased members cannot return, so spare those whom the tests below name
  { weight: 1, arbitrary: fc.record({ eraseSettled: fc.integer({ min: 10, max: 130 }) }) },
  { weight: 1, arbitrary: fc.record({ rewrite: fc.constantFrom('Pottery', 'Baking') }) },
);

/** Serialises a community, so that two can be compared byte for byte. */
function bytesOf({ revision, membership, labels, completion }: Community) {
  const { ids, starts, items, carriers, carrierStarts, facets, described } = membership;
  const arrays = [ids, starts, items, carriers, carrierStarts].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex'),
  );
  return { revision, arrays, facets: [...facets], described, labels: [...labels].sort(), completion };
}

describe('the cached community', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(settled);
  });
  afterAll(async () => service.stop());

  const current = async (): Promise<Community> => service.get(CommunityCache).current();
  const fullReload = async (): Promise<Community> =>
    service
      .get(EntityManager)
      .fork()
      .transactional((em) => loadCommunity(em, service.get(MiningPool)), {
        isolationLevel: IsolationLevel.REPEATABLE_READ,
        readOnly: true,
      });
  const erase = async (externalId: string): Promise<void> => {
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [
      externalId,
    ]);
    if (row !== undefined) {
      await service.ask('members.erase', { id: row.id });
    }
  };
  const apply = async (
    change: typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never,
  ): Promise<void> => {
    if ('members' in change) {
      await service.importAll(change.members, null, 'clear');
    } else if ('erase' in change) {
      await erase(`moving-${change.erase}`);
    } else if ('eraseSettled' in change) {
      await erase(`settled-${change.eraseSettled}`);
    } else {
      // More than a fifth of all: triggers a full reload.
      await service.importAll(settled.map((member) => ({ ...member, interests: [change.rewrite] })));
    }
  };

  /** The same counts, computed from all members at once. */
  const expectCountsOfAll = async (): Promise<void> => {
    expect(await service.sql('select key, label, members from member_spelling order by 1, 2')).toEqual(
      await service.sql(
        `select key, label, count(*)::integer as members
         from member cross join lateral unnest(facets, facet_labels) as facet (key, label)
         where is_public and membership_status not in ('cancelled', 'expired') group by 1, 2 order by 1, 2`,
      ),
    );
    const sizes = [
      ...memberFieldsOf('text').map((field) => [field, `char_length(${field})`]),
      ...memberFieldsOf('list').map((field) => [field, `cardinality(${field})`]),
      ...memberFieldsOf('answers').map((field) => [field, `jsonb_array_length(${field})`]),
    ];
    const counted = sizes.map(
      ([field, size]) =>
        `select '${field}' as field, count(*) filter (where ${size} > 0)::integer as filled,
           coalesce(sum(${size}), 0) as size from member where analysed`,
    );
    expect(await service.sql('select field, filled, size from member_field order by 1')).toEqual(
      await service.sql(`${counted.join(' union all ')} order by 1`),
    );
    expect(await service.sql('select members, analysed from membership')).toEqual(
      await service.sql(
        'select count(*)::integer as members, count(*) filter (where analysed)::integer as analysed from member',
      ),
    );
  };

  it('is byte for byte equal to a full reload after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        for (const one of edits) {
          await apply(one);
        }
        expect(bytesOf(await current())).toEqual(bytesOf(await fullReload()));
        await expectCountsOfAll();
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('drops members absent from an import, and members erased together with others', async () => {
    // the steps before may have made members private or former, which stays unless a line says otherwise
    const analysed = { is_public: true, membership_status: 'active' } as const;
    await service.importAll(
      settled.slice(0, 150).map((member) => ({ ...member, ...analysed })),
      'night-1',
    );
    const request = { import_id: 'night-1', keep_external_ids: ['settled-160'] };
    const { absent, cancelled } = await service.ask('members.cancel-absent', request);
    if (cancelled === 0) {
      await service.ask('members.cancel-absent', { ...request, confirm: absent });
    }
    expect(bytesOf(await current())).toEqual(bytesOf(await fullReload()));
    const before = (await current()).membership.ids.length;
    await erase('settled-3');
    await service.importAll([{ external_id: 'settled-4', is_public: false }, { external_id: 'new-1' }]);
    await erase('settled-140');
    await erase('new-1');
    const after = await current();
    expect(after.membership.ids.length).toBe(before - 3);
    expect(bytesOf(after)).toEqual(bytesOf(await fullReload()));
  });

  it('keeps the membership object if no facet changed', async () => {
    const before = await current();
    await service.sql('update membership set revision = revision + 1');
    const after = await current();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.membership).toBe(before.membership);
  });

  it('sees a change by any statement once the revision is incremented', async () => {
    await service.sql("update member set membership_status = 'expired' where external_id = 'settled-5'");
    await service.importAll([{ external_id: 'settled-6', bio: 'Told.' }]);
    expect(bytesOf(await current())).toEqual(bytesOf(await fullReload()));
    await expectCountsOfAll();
  });

  it('is recounted when the migration adds counts to existing members', async () => {
    const { migrator } = service.get(MikroORM);
    const before = await service.sql('select * from member_spelling order by key, label');
    // Migrates down to before the counts; the named migration stays.
    await migrator.down({ to: 'Migration20261122000000_members' });
    expect(await service.sql("select to_regclass('member_spelling') as there")).toEqual([{ there: null }]);
    await migrator.up();
    expect(await service.sql('select * from member_spelling order by key, label')).toEqual(before);
    await expectCountsOfAll();
  });

  it('is brought up to date from the changes alone', async () => {
    await service.importAll(settled);
    const before = await current();
    // Changed without a new revision, as only this test does.
    await service.sql('alter table member disable trigger user');
    await service.sql(
      `update member set facets = array['skill:unmarked'], facet_labels = array['Unmarked'] where external_id = 'settled-0'`,
    );
    await service.sql('alter table member enable trigger user');
    await service.importAll([{ external_id: 'settled-1', skills: ['Marked'] }]);
    const after = await current();
    expect(after.membership.facets).toContain('skill:marked');
    expect(after.membership.facets).not.toContain('skill:unmarked');
    expect(after.membership.ids.length).toBe(before.membership.ids.length);
    await service.restart();
    expect((await current()).membership.facets).toContain('skill:unmarked');
  });
});
