import { IdempotencyKey, InvalidRequest } from '@warren/contracts';

/**
 * Reads the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header), with the quotes of a structured field
 * or without; undefined where there is none.
 * @throws InvalidRequest where it cannot be a key
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
