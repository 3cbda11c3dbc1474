import { z } from 'zod';
import { ImportAnswer } from '@warren/contracts';
import { RequestFailed, failureOf } from './failure.ts';

/** Progress of an upload, in bytes. */
export interface ImportProgress {
  sent: number;
  total: number;
}

/**
 * Uploads a file of members. Uses XMLHttpRequest, since `fetch` reports no upload progress.
 * @throws RequestFailed as `ask` does; an AbortError if the signal aborted
 */
export async function importMembers(
  file: File,
  type: string,
  options: {
    cancelAbsent: boolean;
    /** Number of absent members to cancel, once confirmed. */
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
