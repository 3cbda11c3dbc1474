import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** What a benchmark was called with: numbers by place, the rest by name. */
export interface Arguments {
  /** The whole numbers given by place, or their defaults. */
  readonly numbers: readonly number[];
  /** `--name value`; undefined where it was not given. */
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** Reads the command line; a number that is none, or an unknown name, is an error with a message. */
export function readArguments(
  defaults: readonly number[],
  names: { readonly options?: readonly string[]; readonly flags?: readonly string[] } = {},
): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of names.options ?? []) options[name] = { type: 'string' };
  for (const name of names.flags ?? []) options[name] = { type: 'boolean' };
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const given = new Map<string, unknown>(Object.entries(values));
  const option = (name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    numbers: defaults.map((usual, at) => wholeNumber(positionals[at], usual)),
    option,
    flag: (name) => given.get(name) === true,
  };
}

/** A whole number from text, or the usual one where there is no text. */
export function wholeNumber(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" should be a whole number`);
  return number;
}

/** Where the real files lie: beside the checkout, unless told otherwise. */
export function dataFolder(option: string | undefined): string {
  return option ?? join(import.meta.dirname, '../../../shared/data');
}
