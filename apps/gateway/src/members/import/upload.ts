import { UnsupportedMediaTypeException } from '@nestjs/common';
import { formatOfContentType, memberContentTypes } from '@warren/contracts';
import type { MemberFormat } from '@warren/contracts';
import type { MemberSource } from '@warren/profiles/readers';
import type { FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { piecesOf } from '../../http/bodies.ts';

/** The format of an upload. */
export function uploadFormat(request: FastifyRequest): MemberFormat {
  const type = request.headers['content-type'];
  const encoding = request.headers['content-encoding'];
  const format = formatOfContentType(type ?? '');
  if (format === undefined) {
    const found = type === undefined ? 'no Content-Type' : `a body of type ${type}`;
    throw new UnsupportedMediaTypeException(
      `Members cannot be read from ${found}: send the bare file with the Content-Type ${memberContentTypes.join(', ')}.`,
    );
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new UnsupportedMediaTypeException(
      `The content encoding ${encoding} is not understood: send it plain.`,
    );
  }
  return format;
}

/**
 * Keeps an upload in a temporary file while `use` reads it: CSV is read more than once, and an upload that breaks off
 * imports nothing. The file is removed in any case.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  limit: number,
  use: (source: MemberSource) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'warren-upload-'));
  try {
    const path = join(folder, 'members');
    await store(request, path, limit);
    return await use({ open: () => createReadStream(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function store(request: FastifyRequest, path: string, limit: number): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const body: unknown = request.body;
    if (body instanceof Readable) {
      for await (const piece of piecesOf(request, body, limit)) {
        await file.writeFile(piece);
      }
    }
  } finally {
    await file.close();
  }
}
