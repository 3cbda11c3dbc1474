import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import { messagesSoFar } from './conversation.ts';
import type { Turn } from './conversation.ts';

function turnOf(turn: number, tool: string, is_error = false): Turn {
  const id = `call_${turn}`;
  return {
    turn,
    message: {
      id: `msg_${turn}`,
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5-5',
      content: [{ type: 'tool_use', id, name: tool, input: {} }],
      stop_reason: 'tool_use',
      usage: { input_tokens: 1, output_tokens: 1 },
    } as unknown as Anthropic.Message,
    results: [
      { type: 'tool_result', tool_use_id: id, content: `{"of":${turn}}`, ...(is_error ? { is_error } : {}) },
    ],
  };
}

const analysis = 'get_community_profile_analysis';

describe('messagesSoFar', () => {
  it('sets a cache breakpoint after the first analysis only, however often the model asks for one', () => {
    const turns = [turnOf(1, analysis, true), ...[2, 3, 4, 5, 6].map((turn) => turnOf(turn, analysis))];
    const marked = messagesSoFar('Begin.', turns)
      .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
      .filter((block) => 'cache_control' in block);
    expect(marked).toEqual([expect.objectContaining({ tool_use_id: 'call_2', content: '{"of":2}' })]);
  });

  it('only appends to the bytes it had before', () => {
    const turns = [
      turnOf(1, 'list_patterns'),
      turnOf(2, analysis),
      turnOf(3, analysis),
      turnOf(4, 'save_pattern'),
    ];
    const texts = turns.map((_, at) => JSON.stringify(messagesSoFar('Begin.', turns.slice(0, at + 1))));
    for (const [at, text] of texts.slice(1).entries()) {
      expect(text.startsWith(texts[at]?.slice(0, -1) ?? 'none')).toBe(true);
    }
  });

  it('sends no input back that the API could not read', () => {
    const turn = turnOf(1, 'save_pattern');
    const input = {
      'na\u0000me': 'half \ud83d, whole 😀',
      rule: { clauses: [{ of: ['skill:weld\udc00ing'] }] },
    };
    const content = turn.message.content.map((block) => ({ ...block, input }));
    const sent = messagesSoFar('Begin.', [{ ...turn, message: { ...turn.message, content } }]);
    expect(sent[1]?.content).toMatchObject([
      {
        id: 'call_1',
        input: {
          'na\ufffdme': 'half \ufffd, whole 😀',
          rule: { clauses: [{ of: ['skill:weld\ufffding'] }] },
        },
      },
    ]);
  });

  it('sends thoughts back unchanged if the model still thinks, and else leaves them out', () => {
    const turn = turnOf(1, 'list_patterns');
    const thought = { type: 'thinking' as const, thinking: 'Half \ud83d', signature: 'a\u0000b' };
    const content = [thought, ...turn.message.content];
    const turns = [{ ...turn, message: { ...turn.message, content } }];
    expect(messagesSoFar('Begin.', turns, true)[1]?.content).toEqual([thought, ...turn.message.content]);
    expect(messagesSoFar('Begin.', turns)[1]?.content).toEqual(turn.message.content);
  });

  it('sends no message back that has nothing but a thought', () => {
    const turn = turnOf(1, 'list_patterns');
    const content = [{ type: 'thinking' as const, thinking: '', signature: 's' }];
    const turns = [{ ...turn, message: { ...turn.message, content }, results: [] }];
    expect(messagesSoFar('Begin.', turns, true).map(({ role }) => role)).toEqual(['user', 'user']);
  });
});
