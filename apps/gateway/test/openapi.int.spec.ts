import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().optional(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.unknown()), required: z.boolean().optional() })
    .optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
type Document = z.infer<typeof Document>;

let gateway: Gateway;
let raw: unknown;
let document: Document;

beforeAll(async () => {
  gateway = await startGateway();
  const answer = await fetch(`${gateway.url}/openapi.json`);
  raw = await answer.clone().json();
  document = await read(answer, Document);
});
afterAll(() => gateway.close());

const api = [
  'post /api/v1/patterns/discover',
  'post /api/v1/patterns/refresh',
  'get /api/v1/patterns',
  'get /api/v1/patterns/{id}',
  'get /api/v1/patterns/{id}/history',
  'get /api/v1/patterns/{id}/facets',
  'get /api/v1/patterns/{id}/introductions',
  'get /api/v1/patterns/{id}/members',
  'patch /api/v1/patterns/{id}',
  'get /api/v1/introductions',
  'get /api/v1/introductions/{id}',
  'patch /api/v1/introductions/{id}',
  'get /api/v1/themes',
  'get /api/v1/themes/{id}',
  'patch /api/v1/themes/{id}',
  'get /api/v1/discovery-runs',
  'get /api/v1/discovery-runs/{id}',
  'get /api/v1/discovery-runs/{id}/events',
  'post /api/v1/discovery-runs/{id}/cancel',
  'post /api/v1/discovery-runs/{id}/replay',
  'post /api/v1/members/import',
  'get /api/v1/imports',
  'post /api/v1/imports/{id}/undo',
  'get /api/v1/members',
  'post /api/v1/members',
  'get /api/v1/members/{id}',
  'get /api/v1/members/{id}/export',
  'patch /api/v1/members/{id}',
  'delete /api/v1/members/{id}',
  'get /api/v1/community/analysis',
  'get /api/v1/community/network',
  'get /api/v1/community/demand',
  'get /api/v1/community/name',
  'get /api/v1/questions',
  'get /api/v1/audit',
  'get /api/v1/me',
];

/** Calls that need no service behind the gateway. */
const answeredByGateway = new Set(['get /api/v1/community/name', 'get /api/v1/me']);

function operation(call: string): z.infer<typeof Operation> {
  const [method = '', path = ''] = call.split(' ');
  return document.paths[path]![method]!;
}

/** Every `$ref` below a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

/** Every schema of a document, named and inlined. */
function schemasIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const own =
      key === 'schema'
        ? [inner]
        : key === 'schemas'
          ? Object.values(z.record(z.string(), z.unknown()).parse(inner))
          : [];
    return [...own.filter((it) => !isReference(it)), ...schemasIn(inner)];
  });
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$ref' in value;
}

describe('/openapi.json', () => {
  it('lists every route, each with a summary, its errors as problems and a success with content', () => {
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(calls.toSorted()).toEqual([...api, 'get /healthz', 'get /metrics', 'get /readyz'].toSorted());
    for (const call of api) {
      const { summary, responses } = operation(call);
      expect([call, summary]).not.toContain(undefined);
      const statuses = Object.keys(responses);
      const asksServices = !answeredByGateway.has(call);
      expect([call, statuses.includes('503') && statuses.includes('504')]).toEqual([call, asksServices]);
      const success = statuses.filter((status) => status.startsWith('2'));
      const creates = call === 'post /api/v1/members';
      expect([call, success.length > 0, success.includes('201')]).toEqual([call, true, creates]);
      for (const status of statuses.filter((it) => it >= '400')) {
        expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json']);
      }
      for (const status of success.filter((it) => it !== '204')) {
        expect([call, status, Object.keys(responses[status]?.content ?? {}).length]).toEqual([
          call,
          status,
          1,
        ]);
      }
    }
  });

  it('is valid OpenAPI 3.0, and every reference in it resolves', () => {
    expect(document.openapi).toMatch(/^3\.0\.\d+$/);
    const schema: unknown = createRequire(import.meta.url)('@asyncapi/specs/common/openapiSchema_3_0.json');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const check = ajv.compile(z.record(z.string(), z.unknown()).parse(schema));
    const described = schemasIn(raw);
    expect(described.length).toBeGreaterThan(60);
    for (const it of described) {
      check(it);
      expect([it, check.errors ?? []]).toEqual([it, []]);
    }
    const names = refsIn(raw).map((ref) => /^#\/components\/schemas\/(.+)$/.exec(ref)?.[1] ?? ref);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('declares each parameter of each path once, and no operation id twice', () => {
    for (const call of api) {
      const inPath = [...call.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = operation(call).parameters;
      expect(parameters.filter((it) => it.in === 'path').map(({ name }) => name)).toEqual(inPath);
      const keys = parameters.map((it) => `${it.in} ${it.name}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((it) => it.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is made from the schemas of the contracts', () => {
    const parameters = operation('get /api/v1/patterns').parameters.map(({ name }) => name);
    expect(parameters).toEqual(['category', 'is_active', 'held', 'member_id', 'q', 'limit', 'cursor']);
    expect(refsIn(operation('get /api/v1/patterns').responses['200'])).toEqual([
      '#/components/schemas/Pattern',
    ]);
    expect(Object.keys(operation('post /api/v1/members/import').requestBody?.content ?? {})).toEqual([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.spreadsheet',
      'application/x-ndjson',
      'application/json',
      'application/yaml',
      'text/vcard',
      'application/gzip',
      'application/octet-stream',
    ]);
    expect(operation('post /api/v1/patterns/discover').requestBody?.required ?? false).toBe(false);
    expect(document.components.schemas).toHaveProperty(['Pattern', 'properties', 'evidence', '$ref']);
    expect(document.components.schemas).toHaveProperty(['Problem', 'properties', 'detail']);
  });
});
