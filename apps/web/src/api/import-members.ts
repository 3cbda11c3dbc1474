import { z } from 'zod';
import { ImportAnswer, ImportPreview, contentTypeOfFileName } from '@warren/contracts';
import type { ColumnMapping } from '@warren/contracts';
import { query } from './client.ts';
import { RequestFailed, failureOf } from './failure.ts';

/** Progress of an upload, in bytes. */
export interface ImportProgress {
  sent: number;
  total: number;
}

/** How a file is to be imported. */
export interface ImportOptions {
  /** Corrections of its columns; if undefined, those remembered for such a file. */
  mapping: ColumnMapping | undefined;
  /** Whether an empty cell empties its field. */
  clearEmpty: boolean;
  /** Whether members who are not in the file are marked as gone. */
  cancelAbsent: boolean;
}

interface Upload {
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}

/**
 * Uploads a file of members to see what its import would do; nothing is stored.
 * @throws RequestFailed as `ask` does; an AbortError if the signal aborted
 */
export async function previewImport(
  file: File,
  options: ImportOptions,
  upload: Upload,
): Promise<ImportPreview> {
  return post(file, ImportPreview, { ...parameters(file, options), dry_run: true }, upload);
}

/**
 * Imports a file of members.
 * @param confirm number of absent members to cancel, once confirmed
 * @throws RequestFailed as `ask` does; an AbortError if the signal aborted
 */
export async function importMembers(
  file: File,
  options: ImportOptions,
  confirm: number | undefined,
  upload: Upload,
): Promise<ImportAnswer> {
  return post(file, ImportAnswer, { ...parameters(file, options), confirm }, upload);
}

/** Limit of the server. */
const longestName = 300;

function parameters(file: File, { mapping, clearEmpty, cancelAbsent }: ImportOptions) {
  return {
    file_name: file.name.slice(0, longestName),
    mapping: mapping && JSON.stringify(mapping),
    empty: clearEmpty ? 'clear' : undefined,
    absent: cancelAbsent ? 'cancel' : undefined,
  };
}

async function post<S extends z.ZodType>(
  file: File,
  schema: S,
  parameters: Parameters<typeof query>[0],
  upload: Upload,
): Promise<z.output<S>> {
  const { status, text } = await send(`/api/v1/members/import${query(parameters)}`, file, upload);
  if (status < 200 || status > 299) {
    throw failureOf(status, text);
  }
  const read = schema.safeParse(parsed(text));
  if (!read.success) {
    throw new RequestFailed(
      'contract',
      `The answer is not what this page knows. ${z.prettifyError(read.error)}`,
    );
  }
  return read.data;
}

/** Sends a file. Uses XMLHttpRequest, since `fetch` reports no upload progress. */
async function send(
  url: string,
  file: File,
  { signal, onProgress }: Upload,
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
        'The connection broke off, or the file was changed after it was chosen. Sending it again is safe: what is stored already stays as it is.',
      ),
    );
  request.onabort = () => done.reject(new DOMException('Stopped.', 'AbortError'));
  const stop = (): void => request.abort();
  signal.addEventListener('abort', stop, { once: true });
  request.open('POST', url);
  request.setRequestHeader('accept', 'application/json');
  // the server looks at the content; the ending is a hint alone
  request.setRequestHeader('content-type', contentTypeOfFileName(file.name) ?? 'application/octet-stream');
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
