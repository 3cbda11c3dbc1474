import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { asyncApiDocument } from './document.ts';

/** Path of the document. */
export const asyncApiFile = join(import.meta.dirname, '../../docs/asyncapi.json');

/** Formats the document as it is written to its file. */
export function asyncApiText(): string {
  return `${JSON.stringify(asyncApiDocument(), null, 2)}\n`;
}

/** Severities of the parser that count: errors and warnings, not hints. */
const serious: readonly number[] = [0, 1];

/** Problems of docs/asyncapi.json: outdated against the contracts, or not valid AsyncAPI. */
export async function asyncApiProblems(): Promise<string[]> {
  const text = await readFile(asyncApiFile, 'utf8').catch(() => '');
  if (text !== asyncApiText()) {
    return ['docs/asyncapi.json is older than libs/contracts: npm run asyncapi, and commit the file'];
  }
  const { diagnostics } = await new Parser().parse(text);
  return diagnostics
    .filter(({ severity }) => serious.includes(severity))
    .map(({ path, message }) => `docs/asyncapi.json, ${path.join('.')}: ${message}`);
}
