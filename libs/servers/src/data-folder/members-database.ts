import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Name of the database of a members' file: readable, and different for files of one name in different folders. */
export function databaseFor(members: string): string {
  const name = basename(members)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40);
  return `warren_${name}_${createHash('sha256').update(members).digest('hex').slice(0, 8)}`;
}

/** Returns whether a database name has that form. */
export const isOfMembersFile = (database: string): boolean =>
  /^warren_[a-z0-9_]{1,40}_[0-9a-f]{8}$/.test(database);
