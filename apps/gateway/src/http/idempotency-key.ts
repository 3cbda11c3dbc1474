import { IdempotencyKey, InvalidRequest } from '@warren/contracts';

/**
 * Parses the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), with the quotes of a structured field
 * or without; undefined if it is absent.
 * @throws InvalidRequest if it is not valid
 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) {
    return undefined;
  }
  const key = IdempotencyKey.safeParse(header.trim().replace(/^"(.*)"$/, '$1'));
  if (!key.success) {
    throw InvalidRequest.of([
      { field: 'Idempotency-Key', message: key.error.issues[0]?.message ?? 'is not valid' },
    ]);
  }
  return key.data;
}
