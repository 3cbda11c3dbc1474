import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connect, createInbox } from '@nats-io/transport-node';
import fc from 'fast-check';
import pg from 'pg';
import type { z } from 'zod';
import { DeadlineExceeded, InvalidRequest } from '@warren/contracts';
import type { MemberInput } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const members: z.input<typeof MemberInput>[] = [
  {
    external_id: 'ada',
    first_name: 'Ada',
    last_name: 'Ünlü',
    role: 'Weaver',
    bio: 'Makes 100% of\nher things.',
  },
  {
    external_id: 'bo',
    first_name: 'Bo',
    last_name: 'Å',
    bio: 'Écrit à la main; C++ und C#.',
    skills: ['Go', 'C'],
  },
  {
    external_id: 'chen',
    first_name: '社区',
    last_name: '活动',
    bio: '我在社区组织很多活动',
    interests: ['京劇'],
  },
  { external_id: 'dee', first_name: 'ΣΟΦΙΑ', last_name: 'İpek', role: 'a_b\\c', skills: ['Seed saving'] },
  {
    external_id: 'eve',
    first_name: 'สวัสดี',
    last_name: 'O’Hara',
    bio: 'ab abc abcd',
    interests: ['Tea', 'Go'],
  },
  {
    external_id: 'fin',
    first_name: 'Fin',
    last_name: 'Ada',
    bio: '',
    looking_for: ['Weaving'],
    is_public: false,
  },
];
const all = members.map(({ external_id }) => external_id);

describe('a search for members', () => {
  let service: Service;
  let admin: pg.Client;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(members);
    admin = new pg.Client({ connectionString: service.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await service.stop();
  });

  const search = async (q: string) => {
    const { members: found, total } = await service.ask('members.list', { q, per_page: 200 });
    expect(total).toBe(found.length);
    return found.map(({ external_id }) => external_id);
  };
  const hasIndex = async (): Promise<boolean> =>
    (await service.sql(`select from pg_class where oid = to_regclass('member_searched')`)).length === 1;
  /** Statements on members that PostgreSQL runs, or that wait for a lock. */
  const activeStatements = async (): Promise<number> => {
    const { rows } = await admin.query<{ count: string }>(
      `select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and state = 'active' and query like '%member%'`,
    );
    return Number(rows[0]?.count);
  };

  const known: [string, string[]][] = [
    ['a', ['ada', 'bo', 'chen', 'dee', 'eve', 'fin'].filter((id) => !['chen'].includes(id))],
    ['WEAV', ['ada', 'fin']],
    ['ünlü', ['ada']],
    ['Å', ['bo']],
    ['à éCRIT', ['bo']],
    ['100%', ['ada']],
    ['0% o', ['ada']],
    ['a_B\\', ['dee']],
    ['c++', ['bo']],
    ['区组', ['chen']],
    ['劇', ['chen']],
    ['活', ['chen']],
    ['σοφι', ['dee']],
    ['สวัส', ['eve']],
    ['go', ['bo', 'eve']],
    ['tea go o’h', ['eve']],
    ['adaünlü', []],
    ['ofher', []],
    ['ab abc abcd zz', []],
  ];

  async function expectKnownResults(): Promise<void> {
    for (const [q, found] of known) {
      expect([q, await search(q)]).toEqual([q, found]);
    }
    expect(await search('')).toEqual(all);
  }

  it('finds every word anywhere in name, role, bio or facets, of any length and script', async () => {
    expect(await hasIndex()).toBe(true);
    await expectKnownResults();
  });

  it('finds the same without the index, and creates the index as soon as possible', async () => {
    await admin.query('drop extension pg_trgm cascade');
    const said = jest.spyOn(process.stdout, 'write');
    await service.restart({ LOG_LEVEL: 'warn' });
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('pg_trgm'));
    said.mockRestore();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/permission denied to create extension.*create extension pg_trgm/);
    expect(await hasIndex()).toBe(false);
    await expectKnownResults();
    await admin.query('create extension pg_trgm schema public');
    await service.restart();
    expect(await hasIndex()).toBe(true);
    await expectKnownResults();
  });

  it('finds the same with the index as by scanning all members', async () => {
    const letters = fc.constantFrom(...'abcdeiotw%_\\社区活动üåσΣ+ ');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), async (q) => {
        const words = q.split(/\s+/).filter((word) => word !== '');
        const plain = await service.sql<{ external_id: string }>(
          `select external_id from member where ${words
            .map(
              (_, at) =>
                `concat_ws(' ', first_name, last_name, role, bio, array_to_string(facet_labels, ' ')) ilike $${at + 1}`,
            )
            .concat('true')
            .join(' and ')} order by id`,
          words.map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`),
        );
        expect(await search(q)).toEqual(plain.map(({ external_id }) => external_id));
      }),
      { numRuns: 150 },
    );
  });

  it('accepts ten different words and rejects more, over NATS as over REST, with a reason', async () => {
    const words = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
    expect(await search(`${words(10)} w1 w2`)).toEqual([]);
    await expect(search(words(11))).rejects.toThrow(InvalidRequest);
    const nats = await connect({ servers: service.natsUrl, inboxPrefix: '_INBOX.gateway' });
    const reply = await nats.request(
      'members.list',
      JSON.stringify({ id: createInbox(), pattern: 'members.list', data: { q: words(11) } }),
    );
    await nats.close();
    expect(reply.json()).toMatchObject({
      err: {
        name: 'InvalidRequest',
        details: { errors: [{ field: 'q', message: expect.stringMatching(/more than 10 different words/) }] },
      },
    });
  });

  it.each([
    ['ends at its deadline', undefined],
    ['ends when its caller has left', 300],
  ])('%s, and many of them leave capacity for other requests', async (_how, leaveMs) => {
    const lock = new pg.Client({ connectionString: service.adminUrl });
    await lock.connect();
    // A search that waits for a lock is as slow as can be.
    await lock.query('begin; lock table member_profile.member in access exclusive mode');
    try {
      const leaves = new AbortController();
      const asked = Array.from({ length: 24 }, async () =>
        service.ask('members.list', { q: 'ada e i o u' }, leaves.signal, 1_500),
      );
      const outcomes = Promise.allSettled(asked);
      await waitFor(async () => (await activeStatements()) > 0, { describe: 'searches to start' });
      // Beyond the last page only the number of members is read.
      expect(await service.ask('members.list', { page: 1_000 }, undefined, 1_000)).toMatchObject({
        total: 6,
      });
      if (leaveMs !== undefined) {
        leaves.abort(new Error('left'));
      }
      for (const outcome of await outcomes) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: leaveMs === undefined ? expect.any(DeadlineExceeded) : { message: 'left' },
        });
      }
      await waitFor(async () => (await activeStatements()) === 0, {
        describe: 'PostgreSQL to be idle',
        timeoutMs: 1_000,
      });
    } finally {
      await lock.query('rollback');
      await lock.end();
    }
    expect(await search('ada')).toEqual(['ada', 'fin']);
  });
});
