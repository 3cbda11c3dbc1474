import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Text } from '@warren/contracts';

/** Name of the community of the sample, which nobody can take for one of their own. */
export const sampleName = 'Brindlewick (made-up sample)';

/** A community's name as it is stored: on one line, spaces only between words, with a letter or digit. */
const Name = Text.transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()).pipe(
  z
    .string()
    .max(100, 'is longer than 100 characters')
    .regex(/[\p{L}\p{N}]/u, 'has no letter')
    .regex(/^\P{Cc}*$/u, 'has a control character'),
);

/** Returns a community's name as it is stored. @throws Error if the text cannot be one, saying why */
export function communityName(text: string): string {
  const parsed = Name.safeParse(text);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`"${text}" cannot be the name of a community: it ${issue?.message ?? 'is none'}.`);
  }
  return parsed.data;
}

/** Two names are of one community if they differ in case, width and spaces alone. */
export const isSameName = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

const keyOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Name of a new community's database: readable, and the same on every machine. */
export function databaseOfCommunity(name: string): string {
  return databaseNamed(keyOf(name).normalize('NFKD').replaceAll(/\p{M}/gu, ''), `community ${keyOf(name)}`);
}

/** Name that earlier versions gave to the database of a members' file, from its absolute path and its file name. */
export function databaseOfPath(path: string, fileName: string): string {
  return databaseNamed(fileName.toLowerCase(), path);
}

/** Name of the folders of streams, uploads and logs for a database of the operator's; without its password. */
export function folderOfServer(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return databaseNamed(pathname.slice(1).toLowerCase() || 'default', `${host}${pathname}`);
}

function databaseNamed(name: string, identity: string): string {
  const readable = name.replaceAll(/[^a-z0-9]+/g, '_').slice(0, 40);
  return `warren_${readable}_${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`;
}

const form = /^warren_([a-z0-9_]{1,40})_[0-9a-f]{8}$/;

/** The readable part of the name of a community's database; undefined if the database is none of npm start. */
export const readablePartOf = (database: string): string | undefined => form.exec(database)?.[1];
