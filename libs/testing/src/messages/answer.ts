import type { ScriptedRequest } from './request.ts';
import type { AnswerTurn } from './script.ts';

/** Event of a streamed answer: its name, and the JSON of its data. */
export interface StreamEvent {
  event: string;
  data: string;
}

type Block =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'text'; text: string; citations: null }
  | { type: 'tool_use'; id: string; name: string; input: unknown; json: string };

/** Answer in both forms of the Messages API. */
export interface Answer {
  /** the whole message, for a request without `stream` */
  message: string;
  /** the events, for a request with it */
  events: StreamEvent[];
  usage: { input_tokens: number; output_tokens: number };
}

/** Estimate of about four characters per token. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/** Formats a turn as the Messages API would. */
export function answer(turn: AnswerTurn, request: ScriptedRequest): Answer {
  const blocks = blocksOf(turn, request);
  const text = blocks.map(textOf).join('');
  const usage = {
    input_tokens: tokensOf(request.text),
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: Math.max(1, tokensOf(text)),
    ...turn.usage,
  };
  const stop_reason = turn.stop_reason ?? (turn.tool_uses?.length ? 'tool_use' : 'end_turn');
  const message = {
    id: `msg_scripted_${request.index}`,
    type: 'message',
    role: 'assistant',
    model: request.body.model,
    content: [] as unknown[],
    stop_reason: null as string | null,
    stop_sequence: null,
    stop_details: null,
    usage: { ...usage, output_tokens: 1, service_tier: 'standard' },
  };
  const events: StreamEvent[] = [event('message_start', { message })];
  for (const [index, block] of blocks.entries()) {
    events.push(event('content_block_start', { index, content_block: opening(block) }));
    if (index === 0) {
      events.push(event('ping', {}));
    }
    for (const delta of deltas(block)) {
      events.push(event('content_block_delta', { index, delta }));
    }
    events.push(event('content_block_stop', { index }));
  }
  events.push(
    event('message_delta', { delta: { stop_reason, stop_sequence: null, stop_details: null }, usage }),
  );
  events.push(event('message_stop', {}));
  const whole = {
    ...message,
    content: blocks.map(closed),
    stop_reason,
    usage: { ...message.usage, ...usage },
  };
  return { message: JSON.stringify(whole), events, usage };
}

function blocksOf(turn: AnswerTurn, request: ScriptedRequest): Block[] {
  const text: Block[] = turn.text === undefined ? [] : [{ type: 'text', text: turn.text, citations: null }];
  const tools = (turn.tool_uses ?? []).map((use, place): Block => {
    // the same for the same place in the same conversation, and different everywhere else
    const id = use.id ?? `toolu_${request.turn}_${place}_${request.index}`;
    const json = typeof use.input === 'string' ? use.input : JSON.stringify(use.input);
    return { type: 'tool_use', id, name: use.name, input: parsed(json), json };
  });
  const thoughts: Block[] = turn.thinking === undefined ? [] : [{ type: 'thinking', ...turn.thinking }];
  return [...thoughts, ...text, ...tools];
}

function textOf(block: Block): string {
  if (block.type === 'tool_use') {
    return block.json;
  }
  return block.type === 'text' ? block.text : block.thinking;
}

function opening(block: Block): unknown {
  if (block.type === 'text') {
    return { ...block, text: '' };
  }
  if (block.type === 'thinking') {
    return { ...block, thinking: '', signature: '' };
  }
  return { type: block.type, id: block.id, name: block.name, input: {} };
}

function closed(block: Block): unknown {
  if (block.type !== 'tool_use') {
    return block;
  }
  return { type: block.type, id: block.id, name: block.name, input: block.input };
}

function deltas(block: Block): unknown[] {
  if (block.type === 'text') {
    return pieces(block.text).map((text) => ({ type: 'text_delta', text }));
  }
  if (block.type === 'thinking') {
    const thoughts = pieces(block.thinking).map((thinking) => ({ type: 'thinking_delta', thinking }));
    return [...thoughts, { type: 'signature_delta', signature: block.signature }];
  }
  // the API begins with an empty piece
  return ['', ...pieces(block.json)].map((partial_json) => ({ type: 'input_json_delta', partial_json }));
}

/** Splits a text anywhere, also within words and numbers, into three pieces or more where it is long enough. */
function pieces(text: string): string[] {
  const size = Math.max(1, Math.min(24, Math.ceil(text.length / 3)));
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, place) =>
    characters.slice(place * size, (place + 1) * size).join(''),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // what the API gives for JSON that max_tokens cut off
    return {};
  }
}

function event(type: string, rest: Record<string, unknown>): StreamEvent {
  return { event: type, data: JSON.stringify({ type, ...rest }) };
}
