import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { formatOfContentType, memberContentTypes } from '@warren/contracts';
import type { MemberFormat } from '@warren/contracts';

/** Format of an upload, by its Content-Type. @throws UnsupportedMediaTypeException */
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
