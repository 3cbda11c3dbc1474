import { z } from 'zod';
import { RequestFailed, failureOf } from './failure.ts';

const base = '/api/v1/';

/** Options of a request. */
export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** sent as JSON */
  json?: unknown;
  /** sent as it is; `headers` says what it is */
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Response with its parsed body and its headers. */
export interface Answer<T> {
  body: T;
  headers: Headers;
}

/**
 * Sends a request to the REST API and parses the response by its contract. `path` is relative to `/api/v1/`.
 * @throws RequestFailed if the server cannot be reached, or answers with a problem or against the contract
 */
export async function ask<S extends z.ZodType>(
  path: string,
  schema: S,
  options: RequestOptions = {},
): Promise<z.output<S>> {
  return (await askWithHeaders(path, schema, options)).body;
}

/** Like `ask`, with the headers of the response. */
export async function askWithHeaders<S extends z.ZodType>(
  path: string,
  schema: S,
  options: RequestOptions = {},
): Promise<Answer<z.output<S>>> {
  const response = await send(path, options);
  const text = await response.text();
  if (!response.ok) {
    throw failureOf(response.status, text);
  }
  const read = schema.safeParse(text === '' ? undefined : parsed(text));
  if (!read.success) {
    throw new RequestFailed(
      'contract',
      `The answer is not what this page knows. ${z.prettifyError(read.error)}`,
    );
  }
  return { body: read.data, headers: response.headers };
}

/** Formats query parameters: `?a=1&b=2`, without those that are undefined. */
export function query(parameters: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

async function send(
  path: string,
  { method = 'GET', json, body, headers, signal }: RequestOptions,
): Promise<Response> {
  try {
    return await fetch(base + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? body : JSON.stringify(json),
      signal,
    });
  } catch (error) {
    if (signal?.aborted === true) {
      throw error;
    }
    throw new RequestFailed(
      'unreachable',
      'Warren cannot be reached. Is it running? The page tries again by itself.',
      {
        cause: error,
      },
    );
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
