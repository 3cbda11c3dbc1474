import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isMemberContentType, memberContentTypes } from '@warren/contracts';

/**
 * Checks that the content type of an upload may be that of a file of members; what it is, its content decides.
 * @throws UnsupportedMediaTypeException
 */
export function checkUpload(request: Pick<FastifyRequest, 'headers'>): void {
  const type = request.headers['content-type'];
  const encoding = request.headers['content-encoding'];
  if (type === undefined || !isMemberContentType(type)) {
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
}
