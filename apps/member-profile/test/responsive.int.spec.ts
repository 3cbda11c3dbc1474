import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestInput, RequestSubject } from '@warren/contracts';
import { buildMembership } from '@warren/mining';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MiningPool } from '../src/mining/mining-pool.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const members = 20_000;

/** Members as an import would have left them, each with about eight facets of a thousand; made by the database itself. */
const madeUp = `
  insert into member (
    external_id, first_name, last_name, bio, role, company, location, website, urls, roles, skills, interests,
    looking_for, all_traits, prompt_responses, membership_status, is_public, facets, facet_labels, facets_version,
    names, content_hash)
  select 'm-' || n, 'First' || n, 'Last' || n, 'Makes things at night, number ' || n, '', '', '', '', '{}', '{}', '{}',
    '{}', '{}', '{}', '[]', 'active', true, listed.keys, listed.labels, '', array['first' || n, 'last' || n], ''
  from generate_series(1, $1::integer) as n cross join lateral (
    select array_agg(kind || ':' || label) as keys, array_agg(label) as labels from (
      select distinct kind, word || ' ' || floor(power(random(), 2) * kinds) as label
      from (values ('skill', 'skill', 550, 5), ('interest', 'interest', 300, 3), ('looking_for', 'skill', 100, 1),
        ('role', 'role', 50, 1)) as drawn (kind, word, kinds, most)
      cross join lateral generate_series(1, ceil(random() * most)::integer + n * 0)
    ) as one) as listed`;

describe('member-profile, while it analyses', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.sql(madeUp, [members]);
    await service.sql('update membership set revision = revision + 1');
  });
  afterAll(async () => service.stop());

  const took = async <S extends RequestSubject>(subject: S, input: RequestInput<S>): Promise<number> => {
    const from = performance.now();
    await service.ask(subject, input);
    return performance.now() - from;
  };
  const rule = { clauses: [{ at_least: 2, of: ['skill:skill 3', 'skill:skill 4', 'interest:interest 5'] }] };
  const askEverything = async (id: number): Promise<number[]> =>
    Promise.all([
      took('members.list', { page: (id % 50) + 1 }),
      took('members.get', { id }),
      took('community.evaluate-rules', { rules: [rule] }),
      took('community.profiles', { rule }),
      took('community.verify-quotes', {
        quotes: [{ member_id: id, field: 'bio', quote: 'things at night' }],
      }),
    ]);

  it('answers every other request long before the analysis is done', async () => {
    // The whole analysis is there: rules are judged by it.
    await service.ask('community.analyse', {});
    await askEverything(1);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const done = new AbortController();
    const analysis = took('community.analyse', { focus_areas: ['skills', 'wishes'] }).finally(() =>
      done.abort(),
    );
    const times: number[] = [];
    for (let id = 2; !done.signal.aborted; id += 1) {
      times.push(...(await askEverything(id)));
    }
    const whole = await analysis;
    delay.disable();
    times.sort((a, b) => a - b);
    // On the event loop the analysis would have let nobody through: some would have waited for all of it.
    const bound = Math.max(300, whole / 3);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(bound);
    expect(delay.max / 1e6).toBeLessThan(bound);
    expect(times.length).toBeGreaterThan(20);
  });

  it('stops an analysis that nobody waits for any more', async () => {
    const gone = new AbortController();
    const focus = { focus_areas: ['interests', 'wishes'] };
    const left = service.ask('community.analyse', focus, gone.signal);
    // Rules are judged beside it; by then it is under way.
    await askEverything(1);
    gone.abort(new Error('the caller has gone'));
    await expect(left).rejects.toThrow('the caller has gone');
    const from = performance.now();
    const few = buildMembership([{ id: 1, facets: ['skill:a'] }]);
    await service.get(MiningPool).mine(few);
    const free = performance.now() - from;
    const whole = await took('community.analyse', focus);
    expect(free).toBeLessThan(Math.max(300, whole / 2));
  });
});
