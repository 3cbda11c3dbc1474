import type { ServerResponse } from 'node:http';
import { answer } from './answer.ts';
import type { Answer, StreamEvent } from './answer.ts';
import type { Outcome, ScriptedRequest } from './request.ts';
import { errorBody } from './script.ts';
import type { AnswerTurn, ErrorTurn, Turn } from './script.ts';

/** Answers a request by its turn, and records on the request how it ended. */
export function respond(turn: Turn, request: ScriptedRequest, response: ServerResponse): void {
  response.setHeader('request-id', `req_scripted_${request.index}`);
  if ('status' in turn) {
    ends(request, response, 'refused');
    respondWithError(turn, response);
  } else if ('html' in turn) {
    ends(request, response, 'refused');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
  } else if ('hangUp' in turn) {
    request.outcome = 'cut';
    if (turn.hangUp === 'before') {
      response.destroy();
    } else {
      respondHalf(turn.answer, request, response, () => response.destroy());
    }
  } else if ('stall' in turn) {
    // open until the client gives up or the server stops
    if (turn.stall === true) {
      respondStart(turn.answer, request, response);
    }
  } else if ('streamError' in turn && !request.body.stream) {
    ends(request, response, 'refused');
    respondWithError({ status: 529, body: { type: 'error', error: turn.streamError } }, response);
  } else if ('streamError' in turn) {
    request.outcome = 'cut';
    const error = { event: 'error', data: JSON.stringify({ type: 'error', error: turn.streamError }) };
    respondHalf(turn.answer, request, response, () => response.end(written([error])));
  } else {
    respondWhole(turn, request, response);
  }
}

/** Answers with an error object of the API. */
export function reject(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(errorBody(status, message)));
}

function respondWithError(turn: ErrorTurn, response: ServerResponse): void {
  const body = turn.body ?? errorBody(turn.status);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(turn.status, { 'content-type': 'application/json', ...turn.headers }).end(text);
}

function respondWhole(turn: AnswerTurn, request: ScriptedRequest, response: ServerResponse): void {
  const given = begin(turn, request, response);
  ends(request, response, 'whole');
  if (!request.body.stream) {
    response.end(given.message);
    return;
  }
  const [first, ...rest] = given.events;
  response.write(written(first === undefined ? [] : [first]));
  const { count, each_ms } = turn.pings ?? { count: 0, each_ms: 0 };
  sendPings(count, each_ms, response, () => {
    for (const event of rest) {
      response.write(written([event]));
    }
    response.end();
  });
}

/** Sends pings, each after a while, then the rest. */
function sendPings(count: number, eachMs: number, response: ServerResponse, then: () => void): void {
  if (count === 0) {
    then();
    return;
  }
  setTimeout(() => {
    if (!response.destroyed) {
      response.write(written([{ event: 'ping', data: '{"type":"ping"}' }]));
      sendPings(count - 1, eachMs, response, then);
    }
  }, eachMs);
}

/** Sends the first half of the answer, then breaks the connection. */
function respondHalf(
  turn: AnswerTurn | undefined,
  request: ScriptedRequest,
  response: ServerResponse,
  then: () => void,
): void {
  const given = begin(turn ?? someAnswer, request, response);
  const half = request.body.stream
    ? written(given.events.slice(0, Math.ceil(given.events.length / 2)))
    : given.message.slice(0, given.message.length / 2);
  response.write(half, () => setImmediate(then));
}

function respondStart(
  turn: AnswerTurn | undefined,
  request: ScriptedRequest,
  response: ServerResponse,
): void {
  const given = begin(turn ?? someAnswer, request, response);
  if (request.body.stream) {
    response.write(written(given.events.slice(0, 2)));
  } else {
    response.flushHeaders();
  }
}

const someAnswer: AnswerTurn = { text: 'I looked at the whole membership and this is what I' };

function begin(turn: AnswerTurn, request: ScriptedRequest, response: ServerResponse): Answer {
  const given = answer(turn, request);
  request.usage = { input_tokens: given.usage.input_tokens, output_tokens: given.usage.output_tokens };
  const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(given.message) };
  const streamed = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  response.writeHead(200, request.body.stream ? streamed : length);
  return given;
}

/** `finish` is emitted when the last byte was handed to the system; for a client that was killed before, `close` is. */
function ends(request: ScriptedRequest, response: ServerResponse, outcome: Outcome): void {
  response.once('finish', () => (request.outcome = outcome));
}

function written(events: StreamEvent[]): string {
  return events.map(({ event, data }) => `event: ${event}\ndata: ${data}\n\n`).join('');
}
