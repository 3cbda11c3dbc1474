import { expect, it } from '@jest/globals';
import { withoutMentions } from './mentions.ts';

const gone = { has: (id: number) => id === 12 || id === 918_273 };
const redact = (text: string): string => withoutMentions(text, gone);

it.each([
  ['918273 said so', '… said so'],
  ['As member 12 says, and Member #12.', 'As member … says, and Member #….'],
  ['member_id: 12, member id=12, id 12 (#12)', 'member_id: …, member id=…, id … (#…)'],
  ['Members 3, 12 and 15; members (12, 4)', 'Members 3, … and 15; members (…, 4)'],
  ['member_ids: 12 and ids: [4,12', 'member_ids: … and ids: [4,…'],
  ['{"related_member_ids":[1,12,3', '{"related_member_ids":[1,…,3'],
  ['{"a":"{\\"joined\\":[\\n        4,\\n        12', '{"a":"{\\"joined\\":[\\n        4,\\n        …'],
  ['"joined": [\n          4,\n          12', '"joined": [\n          4,\n          …'],
  ['[{"giver":12,"seeker":4', '[{"giver":…,"seeker":4'],
])('removes the ids from %j', (text, rest) => {
  expect(redact(text)).toBe(rest);
});

it.each([
  'Of the 40 members 12 list Welding',
  '12 members have 12 lamps, 912 or 12.5 of them',
  'Members: 12. Member since 12 May; members (12 of them)',
  '"members":12,"left":12',
  'We left 12 and 13 behind, remember 12 and &#12;',
  'With all members, 12 and 13 May',
  '0.918273 and A918273',
])('keeps a number that is or may be a count: %j', (text) => {
  expect(redact(text)).toBe(text);
});

it('takes time linear in the length of the text', () => {
  const timed = (ids: number): number => {
    const text = `[{"member_ids":[${Array.from({ length: ids }, (_, at) => at).join(', ')}`;
    const start = performance.now();
    expect(redact(text)).toContain('11, …, 13');
    return performance.now() - start;
  };
  timed(1_000);
  // Sixteen times the text: in quadratic time this would be 256.
  expect(timed(80_000) / timed(5_000)).toBeLessThan(64);
});
