import { z } from 'zod';
import { RequestFailed, failureOf } from './failure.ts';

const base = '/api/v1/';

/** What a request sends beside its path. */
export interface Sent {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** sent as JSON */
  json?: unknown;
  /** sent as it is; `headers` says what it is */
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** An answer that was read: its body by the contract, and its headers. */
export interface Answer<T> {
  body: T;
  headers: Headers;
}

/**
 * Asks the REST API and reads the answer by its contract. `path` stands below `/api/v1/`.
 * @throws RequestFailed where the server cannot be reached, answers with a problem, or with what the contract does not say
 */
export async function ask<S extends z.ZodType>(
  path: string,
  schema: S,
  sent: Sent = {},
): Promise<z.output<S>> {
  return (await askWithHeaders(path, schema, sent)).body;
}

/** As `ask`, with the headers of the answer. */
export async function askWithHeaders<S extends z.ZodType>(
  path: string,
  schema: S,
  sent: Sent = {},
): Promise<Answer<z.output<S>>> {
  const response = await send(path, sent);
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

/** Query parameters as a path takes them: `?a=1&b=2`, those that are undefined left out. */
export function query(parameters: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

async function send(path: string, { method = 'GET', json, body, headers, signal }: Sent): Promise<Response> {
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
