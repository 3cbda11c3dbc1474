import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import Anthropic from '@anthropic-ai/sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import { byTurn, judging, reading, scriptedMessages, waitFor } from '../src/index.ts';
import type { Script, ScriptedMessages } from '../src/index.ts';

let server: ScriptedMessages | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function serve(script: Script): Promise<{ model: ScriptedMessages; client: Anthropic }> {
  const model = await scriptedMessages(script);
  server = model;
  return { model, client: new Anthropic({ apiKey: 'key', baseURL: model.url, maxRetries: 0 }) };
}

const asked: Anthropic.MessageParam[] = [{ role: 'user', content: 'Find the patterns.' }];
const request = (messages: Anthropic.MessageParam[] = asked): Anthropic.MessageCreateParamsNonStreaming => ({
  model: 'claude-sonnet-5-5',
  max_tokens: 1_000,
  messages,
  tools: [{ name: 'save_pattern', input_schema: { type: 'object' } }],
});
const results = (message: Anthropic.Message): Anthropic.MessageParam => ({
  role: 'user',
  content: message.content.flatMap((block) =>
    block.type === 'tool_use'
      ? [{ type: 'tool_result' as const, tool_use_id: block.id, content: 'saved' }]
      : [],
  ),
});

describe('a streamed answer', () => {
  it('has text and two tool calls whose input came in pieces', async () => {
    const { client } = await serve([
      {
        text: 'Two patterns stand out: “Töpfern” and repair.',
        tool_uses: [
          {
            name: 'save_pattern',
            input: { name: 'Clay & kiln', members: [1, 2, 3], nested: { at_least: 2 } },
          },
          { name: 'save_pattern', input: { name: 'Repair café' } },
        ],
        usage: { input_tokens: 900, output_tokens: 70, cache_read_input_tokens: 600 },
      },
    ]);
    const pieces: string[] = [];
    const stream = client.messages.stream(request());
    stream.on('inputJson', (piece) => pieces.push(piece));
    const message = await stream.finalMessage();
    expect(message.content).toMatchObject([
      { type: 'text', text: 'Two patterns stand out: “Töpfern” and repair.' },
      { type: 'tool_use', input: { name: 'Clay & kiln', members: [1, 2, 3], nested: { at_least: 2 } } },
      { type: 'tool_use', input: { name: 'Repair café' } },
    ]);
    expect(pieces.length).toBeGreaterThan(4);
    expect(message.stop_reason).toBe('tool_use');
    expect(message.usage).toMatchObject({
      input_tokens: 900,
      output_tokens: 70,
      cache_read_input_tokens: 600,
    });
  });

  it('equals the one that is not streamed', async () => {
    const { client } = await serve(() => ({
      text: 'Done.',
      tool_uses: [{ id: 'toolu_1', name: 'save_pattern', input: { name: 'Choir' } }],
      usage: { input_tokens: 10, output_tokens: 5 },
    }));
    const whole = await client.messages.create(request());
    const streamed = await client.messages.stream(request()).finalMessage();
    expect(streamed).toMatchObject({ ...whole, id: 'msg_scripted_1' });
  });

  it('has a tool call with empty input where max_tokens cut its JSON', async () => {
    const { client } = await serve([
      { tool_uses: [{ name: 'save_pattern', input: '{"name":"Cho' }], stop_reason: 'max_tokens' },
    ]);
    const message = await client.messages.create(request());
    expect(message).toMatchObject({ stop_reason: 'max_tokens', content: [{ type: 'tool_use', input: {} }] });
  });
});

describe('byTurn', () => {
  it('answers by the position in the conversation, so that a client that restarts gets its current turn', async () => {
    const { client, model } = await serve(
      byTurn([{ tool_uses: [{ name: 'save_pattern', input: { name: 'Choir' } }] }, { text: 'All saved.' }]),
    );
    const first = await client.messages.stream(request()).finalMessage();
    const conversation = [...asked, { role: 'assistant' as const, content: first.content }, results(first)];
    for (const attempt of [1, 2]) {
      const second = await client.messages.stream(request(conversation)).finalMessage();
      expect(second.content).toMatchObject([{ type: 'text', text: 'All saved.' }]);
      expect(model.requests.at(-1)).toMatchObject({ turn: 1, attempt, outcome: 'whole' });
    }
    expect(model.requests.map(({ turn }) => turn)).toEqual([0, 1, 1]);
    expect(model.ledger()).toMatchObject({ calls: 3, whole: 3, refused: 0 });
  });

  it('allows a turn to depend on the attempt', async () => {
    const { client } = await serve(
      byTurn([({ attempt }) => (attempt === 1 ? { status: 529 } : { text: 'Better now.' })]),
    );
    await expect(client.messages.create(request())).rejects.toMatchObject({
      status: 529,
      type: 'overloaded_error',
    });
    expect((await client.messages.create(request())).content).toMatchObject([{ text: 'Better now.' }]);
  });
});

describe('a request that the real API rejects', () => {
  it('is one with a tool call without its result', async () => {
    const { client } = await serve(() => ({ tool_uses: [{ name: 'save_pattern', input: {} }] }));
    const first = await client.messages.create(request());
    const unanswered = [...asked, { role: 'assistant' as const, content: first.content }, ...asked];
    await expect(client.messages.create(request(unanswered))).rejects.toThrow('without tool_result');
  });

  it('is one with a fifth cache breakpoint, that of its end included', async () => {
    const { client } = await serve([{ text: 'Done.' }]);
    const cache_control = { type: 'ephemeral' as const };
    const texts = (marked: number, last: string): Anthropic.MessageParam[] => [
      {
        role: 'user',
        content: [
          ...Array.from({ length: marked }, () => ({ type: 'text' as const, text: 'Look.', cache_control })),
          ...(last === '' ? [] : [{ type: 'text' as const, text: last }]),
        ],
      },
    ];
    await expect(client.messages.create({ ...request(texts(4, 'End.')), cache_control })).rejects.toThrow(
      /maximum of 4 blocks with cache_control may be provided. Found 5/,
    );
    // The request's own mark and that of its last block are one.
    await expect(client.messages.create({ ...request(texts(4, '')), cache_control })).resolves.toMatchObject({
      stop_reason: 'end_turn',
    });
  });

  it('is one without messages, or without a key', async () => {
    const { client, model } = await serve([]);
    await expect(client.messages.create(request([]))).rejects.toMatchObject({ status: 400 });
    const keyless = await fetch(`${model.url}/v1/messages`, { method: 'POST', body: '{}' });
    expect(keyless.status).toBe(401);
  });

  it('is one for a turn that the script does not have', async () => {
    const { client } = await serve([{ text: 'Only this.' }]);
    await client.messages.create(request());
    await expect(client.messages.create(request())).rejects.toThrow('the script has 1 turns');
  });
});

describe('faults', () => {
  it('are error answers with their headers', async () => {
    const { client } = await serve([{ status: 429, headers: { 'retry-after': '3600' } }]);
    const error: unknown = await client.messages
      .stream(request())
      .finalMessage()
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof Anthropic.RateLimitError)) {
      throw new Error(`not rejected: ${String(error)}`);
    }
    expect(error.headers.get('retry-after')).toBe('3600');
    expect(error.type).toBe('rate_limit_error');
  });

  it('are streams that are cut, and connections that are cut before the first byte', async () => {
    const { client, model } = await serve([
      { hangUp: 'mid-stream' },
      { hangUp: 'before' },
      { hangUp: 'mid-stream' },
    ]);
    let seen = '';
    const cut = client.messages.stream(request()).on('text', (text) => (seen += text));
    await expect(cut.finalMessage()).rejects.toThrow(Anthropic.AnthropicError);
    expect(seen).not.toBe('');
    await expect(client.messages.stream(request()).finalMessage()).rejects.toThrow(
      Anthropic.APIConnectionError,
    );
    await expect(client.messages.create(request())).rejects.toThrow();
    expect(model.ledger()).toMatchObject({ calls: 3, whole: 0, cut: 3 });
  });

  it('are an error event within a stream, and a page with status 200', async () => {
    const { client } = await serve([
      { streamError: { type: 'overloaded_error', message: 'Overloaded' } },
      { html: true },
    ]);
    const stream = client.messages.stream(request());
    await expect(stream.finalMessage()).rejects.toMatchObject({ type: 'overloaded_error' });
    expect(typeof (await client.messages.create(request()))).toBe('string');
  });

  it('are streams that stall until the client gives up', async () => {
    const { client, model } = await serve([{ stall: true }, { stall: 'before' }]);
    const stream = client.messages.stream(request());
    stream.on('streamEvent', () => stream.abort());
    await expect(stream.finalMessage()).rejects.toThrow(Anthropic.APIUserAbortError);
    await expect(client.messages.create(request(), { timeout: 50 })).rejects.toThrow(
      Anthropic.APIConnectionTimeoutError,
    );
    await waitFor(() => model.ledger().abandoned === 2, { describe: 'both to be seen as abandoned' });
  });
});

describe('the server', () => {
  it('continues after a client was killed within a stream, and records that as abandoned', async () => {
    const { client, model } = await serve([{ stall: true }, { text: 'Next, please.' }]);
    const program = `fetch('${model.url}/v1/messages', { method: 'POST', headers: { 'x-api-key': 'k' },
      body: JSON.stringify({ model: 'm', max_tokens: 9, stream: true, messages: [{ role: 'user', content: 'Hi' }] }) })`;
    const killed: ChildProcess = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
    await waitFor(() => model.ledger().open === 1, { describe: 'the call to arrive' });
    killed.kill('SIGKILL');
    await waitFor(() => model.ledger().abandoned === 1, { describe: 'the call to be abandoned' });
    expect((await client.messages.create(request())).content).toMatchObject([{ text: 'Next, please.' }]);
  });

  it('keeps each request as it was sent, and counts tokens without billing them', async () => {
    const { client, model } = await serve([{ text: 'Yes.', usage: { input_tokens: 7, output_tokens: 2 } }]);
    const { input_tokens } = await client.messages.countTokens({
      model: 'claude-sonnet-5-5',
      messages: asked,
    });
    expect(input_tokens).toBeGreaterThan(10);
    await client.messages.create(request());
    expect(model.requests.map(({ kind }) => kind)).toEqual(['count_tokens', 'messages']);
    const [call] = model.calls();
    expect(JSON.parse(call!.text)).toEqual(request());
    expect(call!.headers.authorization).toBe('Bearer key');
    expect(model.ledger()).toMatchObject({ calls: 1, input_tokens: 7, output_tokens: 2 });
  });

  it('stops at once, with calls in flight', async () => {
    const { client, model } = await serve([{ stall: true }, { text: 'Late.', delay_ms: 60_000 }]);
    const calls = [1, 2].map(async () => client.messages.stream(request()).finalMessage());
    await waitFor(() => model.ledger().open === 2, { describe: 'both calls to arrive' });
    await model.stop();
    for (const ended of await Promise.allSettled(calls)) {
      expect(ended.status).toBe('rejected');
    }
  });
});

describe('a second reader', () => {
  const ask = (name = 'report_reading'): Anthropic.MessageCreateParamsNonStreaming => ({
    ...request(),
    tools: [{ name: 'report_reading', input_schema: { type: 'object' } }],
    tool_choice: { type: 'tool', name },
  });

  it('has a script of its own, and by default nothing to object to', async () => {
    const { client, model } = await serve([{ text: 'The only turn.' }]);
    const honest = await client.messages.create(ask());
    expect(honest.content).toMatchObject([{ name: 'report_reading', input: { carries: true, beyond: [] } }]);
    model.useReader([reading({ carries: false, beyond: ['all'] })]);
    const strict = await client.messages.create(ask());
    expect(strict.content).toMatchObject([{ input: { carries: false, beyond: ['all'] } }]);
    expect(await client.messages.create(request())).toMatchObject({ stop_reason: 'end_turn' });
    expect([model.calls().length, model.readings().map(({ index }) => index)]).toEqual([1, [0, 1]]);
  });

  it('is rejected where it is to call a tool that it does not have', async () => {
    const { client } = await serve([{ text: 'Never.' }]);
    await expect(client.messages.create(ask('another'))).rejects.toThrow('there is no tool another');
  });
});

describe('a call about themes', () => {
  const ask = (name: string): Anthropic.MessageCreateParamsNonStreaming => ({
    ...request(),
    tools: [{ name, input_schema: { type: 'object' } }],
    tool_choice: { type: 'tool', name },
  });

  it('has a script of its own, and by default proposes no theme and codes nobody', async () => {
    const { client, model } = await serve([{ text: 'The only turn.' }]);
    const proposed = await client.messages.create(ask('propose_themes'));
    expect(proposed.content).toMatchObject([{ name: 'propose_themes', input: { themes: [] } }]);
    const judged = await client.messages.create(ask('judge_members'));
    expect(judged.content).toMatchObject([{ name: 'judge_members', input: { codes: [] } }]);
    model.useThemes([judging([{ member: 1, theme: 2, quote: 'I lend my van' }])]);
    const coded = await client.messages.create(ask('judge_members'));
    const code = { member: 1, theme: 2, field: 'bio', quote: 'I lend my van' };
    expect(coded.content).toMatchObject([{ input: { codes: [code] } }]);
    expect(await client.messages.create(request())).toMatchObject({ stop_reason: 'end_turn' });
    expect([model.calls().length, model.readings().length, model.themeCalls().length]).toEqual([1, 0, 3]);
  });
});
