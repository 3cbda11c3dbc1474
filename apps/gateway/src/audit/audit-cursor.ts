import { AuditPlace, InvalidRequest } from '@warren/contracts';

/** Writes a place in the audit as a cursor. */
export function cursorOf({ at, service, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify({ at, service, id })).toString('base64url');
}

/** Reads a cursor. @throws InvalidRequest where it is none */
export function placeIn(cursor: string): AuditPlace {
  try {
    return AuditPlace.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw InvalidRequest.of([{ field: 'cursor', message: 'take it from next of the page before' }]);
  }
}
