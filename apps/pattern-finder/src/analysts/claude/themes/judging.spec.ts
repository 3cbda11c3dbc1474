import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import type { BlindText } from '@warren/contracts';
import { judgeMembers, judgementsIn } from './judging-answer.ts';
import type { JudgedBatch } from './judging-answer.ts';
import { batchCharacters, judgingRequest, withinBatch } from './judging-request.ts';

const member = (member_id: number, texts: Partial<BlindText>): BlindText => ({
  ...{ member_id, text_hash: `hash of ${member_id}`, bio: '', looking_for: '', prompt_responses: '' },
  ...texts,
});
const batch: JudgedBatch = {
  themes: [
    { id: 70, label: 'a spare van', side: 'has', definition: 'Lends a van to others.', excludes: '' },
    { id: 30, label: 'a spare van', side: 'needs', definition: 'Looks for a van.', excludes: 'A car.' },
  ],
  members: [
    member(501, { bio: 'My van stands idle on Sundays.\nTake it.', looking_for: 'A choir.' }),
    member(502, { bio: 'I bake.', looking_for: 'Somebody with a van,  for my loaves.' }),
  ],
};

function message(input: unknown, change: object = {}): Anthropic.Message {
  const call = { type: 'tool_use', id: 'toolu_1', name: judgeMembers.name, input };
  return { content: [call], stop_reason: 'tool_use', ...change } as unknown as Anthropic.Message;
}

const code = { member: 1, theme: 1, field: 'bio', quote: 'My van stands idle on Sundays.' };

describe('the answer of one who judges members', () => {
  it('is a judgement of each member for all themes, with codes by the ids that the numbers stand for', () => {
    const needed = { member: 2, theme: 2, field: 'looking_for', quote: 'somebody with a van, for my loaves' };
    expect(judgementsIn(message({ codes: [code, needed] }), batch)).toEqual({
      refused: 0,
      judgements: [
        {
          ...{ member_id: 501, text_hash: 'hash of 501', theme_ids: [70, 30] },
          codes: [{ theme_id: 70, field: 'bio', quote: code.quote }],
        },
        {
          ...{ member_id: 502, text_hash: 'hash of 502', theme_ids: [70, 30] },
          codes: [{ theme_id: 30, field: 'looking_for', quote: needed.quote }],
        },
      ],
    });
  });

  it.each([
    ['a member beyond the batch', { ...code, member: 3 }],
    ['member 0', { ...code, member: 0 }],
    ['a member by its id', { ...code, member: 501 }],
    ['half a member', { ...code, member: 1.5 }],
    ['a theme that there is not', { ...code, theme: 3 }],
    ['a theme by its id', { ...code, theme: 70 }],
    ['words that nobody wrote', { ...code, quote: 'My van stands idle every day.' }],
    ['words with a part left out', { ...code, quote: 'My van … on Sundays.' }],
    ['words of another member', { ...code, member: 2 }],
    ['words of another field', { ...code, field: 'looking_for' }],
    ['no words', { ...code, quote: ' ' }],
  ])('has no code of %s', (_what, forged) => {
    const judged = judgementsIn(message({ codes: [forged] }), batch);
    expect(judged).toMatchObject({ refused: 1, judgements: [{ codes: [] }, { codes: [] }] });
  });

  it('has one code for a member and theme, the first that holds', () => {
    const other = { ...code, quote: 'Take it.' };
    const judged = judgementsIn(message({ codes: [{ ...code, quote: 'made up' }, other, code] }), batch);
    expect(judged?.refused).toBe(1);
    expect(judged?.judgements[0]!.codes).toEqual([{ theme_id: 70, field: 'bio', quote: 'Take it.' }]);
  });

  it('has no quote longer than one may be', () => {
    const long = 'word '.repeat(130).trim();
    const judged = judgementsIn(message({ codes: [{ ...code, quote: long }] }), {
      ...batch,
      members: [member(1, { bio: long })],
    });
    expect(judged?.refused).toBe(1);
  });

  it.each<[string, Anthropic.Message]>([
    ['prose', message({}, { content: [{ type: 'text', text: 'None.' }], stop_reason: 'end_turn' })],
    ['another tool', message({}, { content: [{ type: 'tool_use', name: 'propose_themes', input: {} }] })],
    ['two calls', message({}, { content: new Array(2).fill(message({ codes: [] }).content[0]) })],
    ['a cut call', message({ codes: [code] }, { stop_reason: 'max_tokens' })],
    ['a key more', message({ codes: [], note: 'all carry it' })],
    ['a key less', message({ codes: [{ member: 1, theme: 1, quote: code.quote }] })],
    ['an unknown field', message({ codes: [{ ...code, field: 'role' }] })],
    ['a text for a number', message({ codes: [{ ...code, member: '1' }] })],
  ])('is none where it is %s', (_what, answer) => {
    expect(judgementsIn(answer, batch)).toBeUndefined();
  });
});

describe('the request to judge members', () => {
  it('has the codebook and texts, numbered, as data, and nothing that tells who wrote them', () => {
    const { messages, system, tools, tool_choice } = judgingRequest(batch, 'm');
    expect(JSON.parse(messages[0]!.content as string)).toEqual({
      codebook: batch.themes.map(({ id: _id, ...theme }, at) => ({ theme: at + 1, ...theme })),
      members: [
        { member: 1, bio: batch.members[0]!.bio, looking_for: 'A choir.' },
        { member: 2, bio: 'I bake.', looking_for: batch.members[1]!.looking_for },
      ],
    });
    expect(tool_choice).toMatchObject({ type: 'tool', name: judgeMembers.name });
    expect(tools).toMatchObject([{ strict: true, input_schema: { additionalProperties: false } }]);
    expect(JSON.stringify([system, tools])).not.toContain('van');
    expect(JSON.stringify(tools)).not.toMatch(/"(max|min)[A-Za-z]+":/);
  });
});

describe('a batch', () => {
  it('ends before the member with whom it would be too long, and has one in any case', () => {
    const members = [100, 200, 50].map((length, at) => member(at, { bio: 'x'.repeat(length) }));
    expect(withinBatch(members, 300).map(({ member_id }) => member_id)).toEqual([0, 1]);
    expect(withinBatch(members, 10).map(({ member_id }) => member_id)).toEqual([0]);
    expect(withinBatch([], 300)).toEqual([]);
  });

  it('has of one who wrote more than a call may have the beginning', () => {
    const long = member(1, { bio: 'x'.repeat(batchCharacters - 3), looking_for: 'ab\u{1f525}cd' });
    const [cut] = withinBatch([long], 10);
    expect([cut?.bio.length, cut?.looking_for]).toEqual([batchCharacters - 3, 'ab\ufffd']);
  });
});
