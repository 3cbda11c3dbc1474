import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PseudonymousProfile } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const bio = `Hello,  I'm Zorbina Quexley-Orr and I mend bicycles on the old pier every Saturday.
Mail zorbina.q@canary.example or quexley (at) canary (dot) example, call +1 (541) 555-0142,
see www.canary-site.example/zorbina, canary-cycles.com or @zorbina_rides, or come to 412 N. Canary Street, Apt 3.
Vintaro Plumsted taught me\u200b\u0007, and Plumsted still helps. ZORBINA says hi. I use ASP.NET and Node.js.`;

const canaries = /zorbina|quexley|vintaro|plumsted|canary|541|0142|rides\b/i;

describe('profiles for an analyst', () => {
  let service: Service;
  let profile: PseudonymousProfile;

  beforeAll(async () => {
    service = await startService();
    await service.importAll([
      {
        external_id: 'z',
        email: 'zorbina.q@canary.example',
        first_name: 'Zorbina',
        last_name: 'Quexley-Orr',
        company: 'Canary Cycles',
        website: 'https://canary-cycles.com',
        role: 'Owner of Zorbina Bikes',
        bio,
        skills: ['Bicycle repair', 'Zorbina method', 'mail me: z@canary.example', 'Vintaro Plumsted'],
        looking_for: ['somebody who can weld, write to zorbina.q@canary.example'],
        prompt_responses: [
          { prompt: 'What do you love, Zorbina?', response: 'Repairing what others   throw away.' },
        ],
      },
      {
        external_id: 'v',
        first_name: 'Vintaro',
        last_name: 'Plumsted',
        skills: ['Bicycle repair'],
        bio: 'I weld frames with Zorbina on Sundays.',
      },
    ]);
    const { profiles } = await service.ask('community.profiles', {});
    profile = profiles.find(({ bio: text }) => text.includes('pier'))!;
  });
  afterAll(async () => service.stop());

  it('contain no name, e-mail, number, address or handle, nor invisible characters', async () => {
    const { profiles } = await service.ask('community.profiles', {});
    expect(profiles).toHaveLength(2);
    expect(JSON.stringify(profiles)).not.toMatch(canaries);
    expect(profile.bio).toContain("I'm [name] and I mend bicycles on the old pier every Saturday.");
    expect(profile.bio).toContain('[name] taught me, and [name] still helps.');
    expect(profile.bio).toContain('I use ASP.NET and Node.js.');
    expect(profile.facets.map(({ label }) => label)).toContain('Bicycle repair');
    expect(profiles[1]!.bio).toBe('I weld frames with [name] on Sundays.');
  });

  it('contain none of these, and neither does the analysis of the community', async () => {
    const analysis = await service.ask('community.analyse', {});
    expect(JSON.stringify(analysis)).not.toMatch(canaries);
    expect(analysis.common_skills).toContainEqual(['Bicycle repair', 2]);
  });

  it('are selected by a rule, by ids, or by both', async () => {
    const rule = { clauses: [{ at_least: 1, of: ['skill:bicycle repair'] }] };
    const byRule = await service.ask('community.profiles', { rule, limit: 1 });
    expect({ total: byRule.total, shown: byRule.profiles.length }).toEqual({ total: 2, shown: 1 });
    const both = await service.ask('community.profiles', { rule, member_ids: [profile.member_id] });
    expect(both.profiles).toEqual([profile]);
  });

  it('are listed by hash, which changes with the words, and only where the membership changed', async () => {
    const { revision, members, texts } = await service.ask('community.texts', {});
    expect(members).toBe(2);
    expect(texts).toHaveLength(2);
    const { profiles } = await service.ask('community.profiles', {});
    const shown = new Map(profiles.map(({ member_id, text_hash }) => [member_id, text_hash]));
    expect(texts.map(([id, hash]) => [id, hash])).toEqual(texts.map(([id]) => [id, shown.get(id)]));
    expect(await service.ask('community.texts', { known_revision: revision })).toMatchObject({ texts: [] });
    expect((await service.ask('community.texts', { after: texts[0]![0], limit: 1 })).texts).toEqual([
      texts[1],
    ]);

    await service.importAll([
      { external_id: 'v', bio: 'I weld frames with Zorbina on Mondays.' },
      { external_id: 'silent', skills: ['Welding'] },
    ]);
    const later = await service.ask('community.texts', { known_revision: revision });
    expect(later.members).toBe(3);
    const before = new Map(texts.map(([id, hash]) => [id, hash]));
    expect(later.texts.filter(([id, hash]) => before.get(id) !== hash)).toHaveLength(1);
    await service.importAll([{ external_id: 'v', bio: 'I weld frames with Zorbina on Sundays.' }]);
    const again = await service.ask('community.texts', {});
    expect(again.texts.map(([id, hash]) => [id, hash])).toEqual(texts.map(([id, hash]) => [id, hash]));
  });

  it('verify a quote in the named field as shown, white space aside, and widen it to its sentence', async () => {
    const verdictOf = async (
      field: 'bio' | 'looking_for' | 'prompt_responses',
      quote: string,
      id = profile.member_id,
    ) => {
      const { verdicts } = await service.ask('community.verify-quotes', {
        quotes: [{ member_id: id, field, quote }],
      });
      return verdicts[0]!;
    };
    expect(await verdictOf('bio', 'mend bicycles\n on the old pier')).toEqual({
      quote: {
        member_id: profile.member_id,
        field: 'bio',
        quote: "Hello, I'm [name] and I mend bicycles on the old pier every Saturday.",
      },
      verified: true,
      reason: null,
    });
    expect(await verdictOf('prompt_responses', 'Repairing what others throw away.')).toMatchObject({
      verified: true,
    });
    expect(await verdictOf('bio', "I'm [name] and I mend")).toMatchObject({ verified: true });

    expect((await verdictOf('bio', 'Mend bicycles on the old pier')).verified).toBe(false);
    expect((await verdictOf('bio', "I'm Zorbina Quexley-Orr and I mend")).verified).toBe(false);
    expect((await verdictOf('prompt_responses', 'What do you love')).verified).toBe(false);
    expect((await verdictOf('bio', '[name] [email]')).reason).toContain('quote more');
    expect((await verdictOf('bio', 'Repairing what others throw away.')).reason).toContain(
      'prompt_responses',
    );
    expect((await verdictOf('bio', 'mend bicycles', 999_999)).reason).toContain('999999');
  });
});
