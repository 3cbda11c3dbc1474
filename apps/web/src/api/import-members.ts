import { ImportAnswer } from '@warren/contracts';
import { z } from 'zod';
import { RequestFailed, failureOf } from './failure.ts';

/** How far an import is: sent in part, or sent and being read by the server. */
export interface ImportProgress {
  sent: number;
  total: number;
}

/**
 * Sends a file of members. By XMLHttpRequest, since `fetch` does not tell how much of a body has left.
 * @throws RequestFailed as `ask` does; an AbortError where the signal fired
 */
export async function importMembers(
  file: File,
  type: string,
  options: {
    cancelAbsent: boolean;
    /** How many absent members are to be cancelled, once somebody has agreed to so many. */
    confirm: number | undefined;
    signal: AbortSignal;
    onProgress: (progress: ImportProgress) => void;
  },
): Promise<ImportAnswer> {
  const query = new URLSearchParams({
    ...(options.cancelAbsent ? { absent: 'cancel' } : {}),
    ...(options.confirm === undefined ? {} : { confirm: String(options.confirm) }),
  });
  const { status, text } = await send(`/api/v1/members/import?${query}`, file, type, options);
  if (status < 200 || status > 299) {
    throw failureOf(status, text);
  }
  const read = ImportAnswer.safeParse(parsed(text));
  if (!read.success) {
    throw new RequestFailed(
      'contract',
      `The answer is not what this page knows. ${z.prettifyError(read.error)}`,
    );
  }
  return read.data;
}

async function send(
  url: string,
  file: File,
  type: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: ImportProgress) => void },
): Promise<{ status: number; text: string }> {
  signal.throwIfAborted();
  const request = new XMLHttpRequest();
  const done = Promise.withResolvers<undefined>();
  request.upload.onprogress = ({ loaded }) =>
    onProgress({ sent: Math.min(loaded, file.size), total: file.size });
  request.upload.onload = () => onProgress({ sent: file.size, total: file.size });
  request.onload = () => done.resolve(undefined);
  request.onerror = () =>
    done.reject(
      new RequestFailed(
        'unreachable',
        'The connection broke off. Sending the same file again is safe: what is stored already stays as it is.',
      ),
    );
  request.onabort = () => done.reject(new DOMException('Stopped.', 'AbortError'));
  const stop = (): void => request.abort();
  signal.addEventListener('abort', stop, { once: true });
  request.open('POST', url);
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('content-type', type);
  request.send(file);
  try {
    await done.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return { status: request.status, text: request.responseText };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
