import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import { mostProposed, proposeThemes, themesIn } from './codebook-answer.ts';
import { codebookRequest } from './codebook-request.ts';

const theme = {
  label: 'leftover oven heat',
  side: 'has',
  definition: 'Offers an oven that is still hot after baking.',
  excludes: 'An oven that nobody else may use.',
} as const;

function message(input: unknown, change: object = {}): Anthropic.Message {
  const call = { type: 'tool_use', id: 'toolu_1', name: proposeThemes.name, input };
  return { content: [call], stop_reason: 'tool_use', ...change } as unknown as Anthropic.Message;
}

const labelsIn = (themes: readonly unknown[], known: Parameters<typeof themesIn>[1] = []): unknown =>
  themesIn(message({ themes }), known)?.map(({ label, side }) => `${side} ${label}`);

describe('the answer of one who proposes themes', () => {
  it('has each theme once, and both sides of one', () => {
    const needed = { ...theme, side: 'needs' };
    expect(labelsIn([theme, needed, { ...theme, label: ' Leftover  OVEN heat' }])).toEqual([
      'has leftover oven heat',
      'needs leftover oven heat',
    ]);
  });

  it('leaves out what the codebook has, dismissed or not, and what fits no codebook', () => {
    const known = [{ label: 'Leftover oven heat', side: 'has' as const, status: 'dismissed' as const }];
    const unfit = [
      { ...theme, label: 'a' },
      { ...theme, label: 'x'.repeat(61) },
      { ...theme, label: 'half of an emoji \ud83d' },
      { ...theme, label: 'no definition', definition: '' },
    ];
    expect(labelsIn([theme, ...unfit, { ...theme, label: 'a spare van' }], known)).toEqual([
      'has a spare van',
    ]);
  });

  it('adds no more than a call may, and than a codebook has room for', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...theme, label: `theme number ${at}` }));
    const known = Array.from({ length: 55 }, (_, at) => ({
      label: `earlier ${at}`,
      side: 'is' as const,
      status: 'active' as const,
    }));
    expect(themesIn(message({ themes: many }), [])).toHaveLength(mostProposed);
    expect(themesIn(message({ themes: many }), known)).toHaveLength(5);
    expect(themesIn(message({ themes: many }), [...known, ...known])).toEqual([]);
    const dismissed = known.map((each) => ({ ...each, status: 'dismissed' as const }));
    expect(themesIn(message({ themes: many }), dismissed)).toHaveLength(mostProposed);
  });

  it.each<[string, Anthropic.Message]>([
    ['prose', message({}, { content: [{ type: 'text', text: 'None.' }], stop_reason: 'end_turn' })],
    ['another tool', message({}, { content: [{ type: 'tool_use', name: 'judge_members', input: {} }] })],
    ['two calls', message({}, { content: new Array(2).fill(message({ themes: [] }).content[0]) })],
    ['a cut call', message({ themes: [theme] }, { stop_reason: 'max_tokens' })],
    ['a key more', message({ themes: [{ ...theme, members: [1, 2] }] })],
    ['another side', message({ themes: [{ ...theme, side: 'wants' }] })],
    ['no list', message({ themes: 'none' })],
  ])('is none where it is %s', (_what, answer) => {
    expect(themesIn(answer, [])).toBeUndefined();
  });
});

describe('the request for a codebook', () => {
  const stored = {
    ...{ ...theme, id: 7, key: 'theme:leftover oven heat', status: 'active', members: 12, share: 0.4 },
    judged: 30,
  } as const;
  const material = {
    model: 'm',
    codebook: [stored],
    dismissed: ['early risers'],
    texts: [{ bio: 'I bake at five.', looking_for: '', prompt_responses: 'Ask me\nfor the oven.' }],
  };

  it('has texts, definitions and dismissed labels as data, and nothing else: no id, facet or number', () => {
    const { messages, system, tools, tool_choice } = codebookRequest(material);
    expect(JSON.parse(messages[0]!.content as string)).toEqual({
      codebook: [theme],
      dismissed: ['early risers'],
      texts: [{ bio: 'I bake at five.', prompt_responses: 'Ask me\nfor the oven.' }],
    });
    expect(tool_choice).toMatchObject({ type: 'tool', name: proposeThemes.name });
    expect(tools).toMatchObject([{ strict: true, input_schema: { additionalProperties: false } }]);
    expect(JSON.stringify([system, tools])).not.toContain('at five');
  });

  it('is the same for the same material', () => {
    expect(JSON.stringify(codebookRequest(structuredClone(material)))).toBe(
      JSON.stringify(codebookRequest(material)),
    );
  });

  it('has no bounds in its schema, which strict tools reject', () => {
    expect(JSON.stringify(codebookRequest(material).tools)).not.toMatch(/"(max|min)[A-Za-z]+":/);
  });
});
