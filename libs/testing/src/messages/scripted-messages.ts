import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { tokensOf } from './answer.ts';
import { MessagesBody, rejectionOf } from './request.ts';
import type { ScriptedRequest } from './request.ts';
import { respond, reject } from './respond.ts';
import { judging, outOfScript, proposing, readerTool, reading, themeTools } from './script.ts';
import type { Script, Turn } from './script.ts';

/** Totals of the calls of the analyst to the model; count_tokens is free and not included. */
interface Ledger {
  calls: number;
  whole: number;
  refused: number;
  cut: number;
  abandoned: number;
  open: number;
  /** billed for the answers that were handed over whole, or begun */
  input_tokens: number;
  output_tokens: number;
}

/** Running server that implements the Messages API by a script. */
export interface ScriptedMessages {
  /** for ANTHROPIC_BASE_URL */
  url: string;
  /** every request that could be read, in the order of arrival */
  requests: ScriptedRequest[];
  /** those of the analyst to the model, without count_tokens */
  calls(): ScriptedRequest[];
  /** those of the second reader */
  readings(): ScriptedRequest[];
  /** those that propose themes, or judge members for them */
  themeCalls(): ScriptedRequest[];
  ledger(): Ledger;
  /** Replaces the script; an array starts at its first turn. */
  use(script: Script): void;
  /** Replaces the script of the second reader, which by default finds nothing to object to; without one, it does so again. */
  useReader(script?: Script): void;
  /** Replaces the script of calls about themes, which by default proposes none and codes nobody. */
  useThemes(script?: Script): void;
  stop(): Promise<void>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that answers `POST /v1/messages` (streamed or not) and
 * `POST /v1/messages/count_tokens` by a script. It rejects what the real API would reject: no key, an invalid body, a
 * tool call without its result.
 * @param options.thinks answer `GET /v1/models/{model}` that each model can think adaptively; else there is no such route
 */
export async function scriptedMessages(
  script: Script,
  options: { port?: number; thinks?: boolean } = {},
): Promise<ScriptedMessages> {
  const requests: ScriptedRequest[] = [];
  const stopping = new AbortController();
  let choose = chooser(script);
  let chooseReading = chooser(honestReader);
  let chooseThemes = chooser(noThemes);
  const ofKind = (wanted: ScriptedRequest['kind']): ScriptedRequest[] =>
    requests.filter(({ kind }) => kind === wanted);
  const calls = (): ScriptedRequest[] => ofKind('messages');

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const model = /^\/v1\/models\/([^/?]+)/.exec(incoming.url ?? '')?.[1];
    if (options.thinks === true && incoming.method === 'GET' && model !== undefined) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(thinkingModel(model)));
      return;
    }
    const path = kindOf(incoming);
    const text = await textOf(incoming);
    if (path === undefined) {
      reject(response, 404, `no ${incoming.method ?? ''} ${incoming.url ?? ''} here`);
      return;
    }
    const { headers } = incoming;
    if (!headers['x-api-key'] && !headers.authorization) {
      reject(response, 401, 'x-api-key header is required');
      return;
    }
    const body = parse(text, path);
    if (typeof body === 'string') {
      reject(response, 400, body);
      return;
    }
    const kind = path === 'messages' ? kindOfCall(body) : path;
    const request: ScriptedRequest = {
      index: ofKind(kind).length,
      kind,
      at: Date.now(),
      headers,
      text,
      body,
      turn: body.messages.filter(({ role }) => role === 'assistant').length,
      attempt: ofKind(kind).filter((earlier) => earlier.text === text).length + 1,
      outcome: 'open',
      usage: { input_tokens: 0, output_tokens: 0 },
    };
    requests.push(request);
    response.once('close', () => {
      if (request.outcome === 'open') {
        request.outcome = 'abandoned';
      }
    });
    if (kind === 'count_tokens') {
      response.once('finish', () => (request.outcome = 'whole'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ input_tokens: tokensOf(text) }));
      return;
    }
    const rejection = rejectionOf(body);
    const chosen = kind === 'reading' ? chooseReading : kind === 'themes' ? chooseThemes : choose;
    const turn = rejection === undefined ? await chosen(request) : outOfScript(rejection);
    if ('delay_ms' in turn && turn.delay_ms) {
      await delay(turn.delay_ms, undefined, { signal: stopping.signal });
    }
    respond(turn, request, response);
  };

  const server = createServer((incoming, response) => {
    // a killed client resets its connection
    response.on('error', () => undefined);
    incoming.on('error', () => undefined);
    handle(incoming, response).catch((error: unknown) => {
      if (response.destroyed || stopping.signal.aborted) {
        return;
      }
      reject(response, 500, `the script failed: ${String(error)}`);
    });
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    calls,
    readings: () => ofKind('reading'),
    themeCalls: () => ofKind('themes'),
    ledger: () => ledgerOf(calls()),
    use(next) {
      choose = chooser(next);
    },
    useReader(next = honestReader) {
      chooseReading = chooser(next);
    },
    useThemes(next = noThemes) {
      chooseThemes = chooser(next);
    },
    async stop() {
      stopping.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const honestReader: Script = () => reading();
const noThemes: Script = ({ body }) =>
  body.tool_choice?.name === themeTools.propose ? proposing() : judging();

function kindOfCall({ tool_choice }: MessagesBody): 'messages' | 'reading' | 'themes' {
  const tool = tool_choice?.name;
  if (tool === readerTool) {
    return 'reading';
  }
  return tool === themeTools.propose || tool === themeTools.judge ? 'themes' : 'messages';
}

function chooser(script: Script): (request: ScriptedRequest) => Turn | Promise<Turn> {
  if (typeof script === 'function') {
    return script;
  }
  let next = 0;
  return () => {
    const turn = script[next];
    next += 1;
    return turn ?? outOfScript(`the script has ${script.length} turns, one more was requested`);
  };
}

function kindOf(incoming: IncomingMessage): 'messages' | 'count_tokens' | undefined {
  const path = incoming.url?.split('?')[0];
  if (incoming.method !== 'POST') {
    return undefined;
  }
  if (path === '/v1/messages') {
    return 'messages';
  }
  return path === '/v1/messages/count_tokens' ? 'count_tokens' : undefined;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming as AsyncIterable<Buffer>) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The body, or its problem; count_tokens has no max_tokens. */
function parse(text: string, kind: ScriptedRequest['kind']): MessagesBody | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'the request body is not valid JSON';
  }
  const counted = kind === 'count_tokens' && typeof json === 'object' ? { max_tokens: 1, ...json } : json;
  const parsed = MessagesBody.safeParse(counted);
  if (parsed.success) {
    return parsed.data;
  }
  return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}

async function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('no TCP address to listen on'));
      } else {
        resolve(address.port);
      }
    });
  });
}

function ledgerOf(calls: ScriptedRequest[]): Ledger {
  const ended = (outcome: ScriptedRequest['outcome']): number =>
    calls.filter((call) => call.outcome === outcome).length;
  const sum = (key: 'input_tokens' | 'output_tokens'): number =>
    calls.reduce((total, call) => total + call.usage[key], 0);
  return {
    calls: calls.length,
    whole: ended('whole'),
    refused: ended('refused'),
    cut: ended('cut'),
    abandoned: ended('abandoned'),
    open: ended('open'),
    input_tokens: sum('input_tokens'),
    output_tokens: sum('output_tokens'),
  };
}

/** A model that can think adaptively, as far as its description says that. */
function thinkingModel(id: string): object {
  const supported = { supported: true };
  const types = { adaptive: supported, enabled: { supported: false }, disabled: supported };
  return { id, type: 'model', display_name: id, capabilities: { thinking: { ...supported, types } } };
}
