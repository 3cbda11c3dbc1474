import type { ScriptedRequest } from './request.ts';

/** Token counts of an answer, as the Messages API reports them; what is left out is estimated. */
export interface TurnUsage {
  input_tokens?: number;
  output_tokens?: number;
  cache_creation_input_tokens?: number;
  cache_read_input_tokens?: number;
}

/** A tool call of the model; `input` as a string is sent as it is, for JSON that is cut or broken. */
export interface ToolUse {
  id?: string;
  name: string;
  input: Record<string, unknown> | string;
}

/** The model answers: its text first, then its tool calls. */
export interface AnswerTurn {
  /** what it thinks before, as the API gives it: with `display: omitted` only the signature */
  thinking?: { thinking: string; signature: string };
  text?: string;
  tool_uses?: ToolUse[];
  /** default: `tool_use` where there are tool calls, else `end_turn` */
  stop_reason?: 'end_turn' | 'tool_use' | 'max_tokens' | 'stop_sequence' | 'refusal' | 'pause_turn';
  usage?: TurnUsage;
  /** delay before the first byte */
  delay_ms?: number;
  /** pings that are sent after the first event, each after so many ms; only in a stream */
  pings?: { count: number; each_ms: number };
}

/** The API rejects; without `body` the API's own error object for the status is sent. */
export interface ErrorTurn {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  delay_ms?: number;
}

/** The connection to the model fails. */
type FaultTurn =
  /** the connection is cut before the first byte, or half way through the answer */
  | { hangUp: 'before' | 'mid-stream'; answer?: AnswerTurn }
  /** nothing is sent after the first event (`before`: not even the headers) */
  | { stall: true | 'before'; answer?: AnswerTurn }
  /** a proxy answers with its own page and status 200 */
  | { html: true }
  /** an `error` event comes half way through the stream */
  | { streamError: { type: string; message: string }; answer?: AnswerTurn };

/** Behaviour of the scripted model for one request. */
export type Turn = AnswerTurn | ErrorTurn | FaultTurn;

/** The turns in the order of the calls, or a choice by request. */
export type Script = readonly Turn[] | ((request: ScriptedRequest) => Turn | Promise<Turn>);

/** Turn, or a function that chooses one by request, e.g. by its `attempt`. */
type TurnOrChoice = Turn | ((request: ScriptedRequest) => Turn | Promise<Turn>);

/**
 * Script by conversation: turn n answers a request with n assistant messages, so that a client that was killed and
 * restarted gets its current turn, whatever was requested before.
 */
export function byTurn(turns: readonly TurnOrChoice[]): (request: ScriptedRequest) => Promise<Turn> {
  return async (request) => {
    const turn = turns[request.turn];
    if (turn === undefined) {
      return outOfScript(`the script has ${turns.length} turns, turn ${request.turn} was requested`);
    }
    return typeof turn === 'function' ? turn(request) : turn;
  };
}

/** The tool that a second reader must call, by which its requests are recognised. */
export const readerTool = 'report_reading';

/** The answer of a second reader; by default of one that has nothing to object to. */
export function reading(answer: Record<string, unknown> = {}): AnswerTurn {
  const input = { beyond: [], sensitive: [], singles_out: [], carries: true, ...answer };
  return { tool_uses: [{ name: readerTool, input }] };
}

/** The tools by which themes are proposed and members judged for them, by which these requests are recognised. */
export const themeTools = { propose: 'propose_themes', judge: 'judge_members' } as const;

/** A theme as a model proposes it. */
interface ProposedTheme {
  label: string;
  side: 'has' | 'needs' | 'is';
  definition?: string;
  excludes?: string;
}

/** The answer of a model that proposes these themes; by default none. */
export function proposing(themes: readonly ProposedTheme[] = []): AnswerTurn {
  const whole = themes.map((theme) => ({
    definition: `Says so of ${theme.label}.`,
    excludes: '',
    ...theme,
  }));
  return { tool_uses: [{ name: themeTools.propose, input: { themes: whole } }] };
}

/** A code as a model reports it: numbers from 1, as the request has them. */
interface ReportedCode {
  member: number;
  theme: number;
  field?: string;
  quote: string;
}

/** The answer of a model that has judged members with these codes; by default none. */
export function judging(codes: readonly ReportedCode[] = []): AnswerTurn {
  const whole = codes.map((code) => ({ field: 'bio', ...code }));
  return { tool_uses: [{ name: themeTools.judge, input: { codes: whole } }] };
}

/** Rejection of a request that the script does not cover: an error that no client retries. */
export function outOfScript(message: string): ErrorTurn {
  return { status: 400, body: { type: 'error', error: { type: 'invalid_request_error', message } } };
}

const errorTypes: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

/** The error object of the Messages API for a status. */
export function errorBody(
  status: number,
  message?: string,
): { type: 'error'; error: { type: string; message: string } } {
  const type = errorTypes[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
  return { type: 'error', error: { type, message: message ?? type.replaceAll('_', ' ') } };
}
