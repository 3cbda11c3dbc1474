import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPattern } from './builders.ts';
import { StrictProblem, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
  gateway.peer.state.patterns = [aPattern(1)];
});
afterAll(() => gateway.close());

/** Sends raw bytes and reads the raw answer. */
async function raw(request: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(request);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    type: /^content-type: *(.*)$/im.exec(head)?.[1]?.trim() ?? '',
    body,
  };
}

const get = (path: string, head = ''): string =>
  `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${head}\r\n`;
const post = (path: string, body: string, head = 'content-type: application/json\r\n'): string =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${head}\r\n${body}`;
const patch = (path: string, body: string): string => post(path, body).replace('POST', 'PATCH');
const deep = (depth: number, internalDetail = ''): string =>
  '['.repeat(depth) + internalDetail + ']'.repeat(depth);
const discover = '/api/v1/patterns/discover';

const requests: [string, string, number][] = [
  ['a bad escape in a path', get('/api/v1/patterns/%E0%A4%A'), 400],
  ['a bad escape alone', get('/api/v1/%'), 400],
  ['a bad escape outside of the API', get('/%E0%A4%A'), 400],
  ['a bad escape below the page', get('/app/%ff'), 400],
  ['a bad escape below the documentation', get('/docs/%'), 400],
  ['a U+0000 in a path', get('/api/v1/patterns/1%00'), 422],
  ['a U+0000 in a query', get('/api/v1/patterns?q=%00'), 422],
  ['a U+0000 in a cursor', get('/api/v1/patterns?limit=1&cursor=%00'), 422],
  ['a U+0000 in focus areas', get('/api/v1/community/analysis?focus_areas=tea,%00'), 422],
  ['an id beyond all in a query', get('/api/v1/patterns?member_id=99999999999'), 422],
  ['another id beyond all in a query', get('/api/v1/questions?pattern_id=2147483648'), 422],
  ['a page beyond all', get('/api/v1/members?page=9007199254740991'), 422],
  ['another page beyond all', get('/api/v1/patterns/1/members?page=9007199254740993'), 422],
  ['an id beyond all in a path', get('/api/v1/patterns/99999999999999999999'), 404],
  ['a very long path', get(`/api/v1/patterns/${'1'.repeat(1_000)}`), 414],
  ['an unknown route', get('/api/v1/nothing'), 404],
  ['a wrong method', post('/api/v1/patterns', '{}'), 404],
  ['an unknown method', get('/api/v1/patterns').replace('GET', 'FROB'), 400],
  ['a method of other protocols', get('/api/v1/patterns').replace('GET', 'PROPFIND'), 404],
  ['TRACE', get('/api/v1/patterns').replace('GET', 'TRACE'), 404],
  ['an URL beyond all', get(`/api/v1/patterns?q=${'a'.repeat(20_000)}`), 414],
  ['headers beyond all', get('/api/v1/patterns', `x-big: ${'a'.repeat(20_000)}\r\n`), 431],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['no host', get('/api/v1/patterns').replace('host: localhost\r\n', ''), 400],
  ['no host for what is no route', get('/nothing').replace('host: localhost\r\n', ''), 400],
  ['an unknown expectation', get('/api/v1/patterns', 'expect: foo\r\n'), 417],
  ['an expectation with a body', post(discover, '{}', 'expect: foo\r\n'), 417],
  ['a length that is none', post(discover, '{}').replace('content-length: 2', 'content-length: x'), 400],
  ['two lengths', post(discover, '{}', 'content-length: 3\r\n'), 400],
  ['broken JSON', post(discover, '{"focus_areas":'), 400],
  ['JSON of another shape', post(discover, '5'), 422],
  ['JSON nested too deep', post(discover, deep(50_000)), 400],
  ['JSON nested too deep in a field', post(discover, `{"focus_areas":${deep(50_000)}}`), 400],
  ['JSON nested too deep for a patch', patch('/api/v1/patterns/1', `{"name":${deep(50_000)}}`), 400],
  ['objects nested too deep', post(discover, '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)), 400],
  ['a key that is a prototype', patch('/api/v1/patterns/1', '{"__proto__":{"pinned":true}}'), 422],
  [
    'another key of a prototype',
    patch('/api/v1/patterns/1', '{"constructor":{"prototype":{"pinned":true}}}'),
    422,
  ],
  ['a U+0000 in a body', post(discover, '{"focus_areas":["a\\u0000"]}'), 422],
  ['half an emoji in a body', patch('/api/v1/patterns/1', '{"name":"Bakers \\ud83d"}'), 422],
  ['a type that is not understood', post(discover, '<a/>', 'content-type: text/xml\r\n'), 415],
  ['a type that is none', post(discover, '{}', 'content-type: ;;;\r\n'), 415],
  [
    'an import of a type that is not understood',
    post('/api/v1/members/import', 'x', 'content-type: ;\r\n'),
    415,
  ],
  ['a body beyond all', post(discover, `"${'a'.repeat(1_000_001)}"`), 413],
  [
    'a key that is no key',
    post(discover, '{}', 'idempotency-key: \u00e9\r\ncontent-type: application/json\r\n'),
    422,
  ],
];

describe('a request that cannot be served', () => {
  it.each(requests)('is answered with a problem: %s', async (_what, request, status) => {
    const answer = await raw(request);
    expect([answer.status, answer.type.split(';', 1)[0]]).toEqual([status, 'application/problem+json']);
    const problem = StrictProblem.parse(JSON.parse(answer.body));
    expect(problem.status).toBe(status);
    expect(answer.body).not.toMatch(/\n\s+at |node_modules|FST_ERR/);
  });
});
