import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Arguments of a benchmark: numbers by position, the rest by name. */
interface Arguments {
  /** Whole numbers by position, or their defaults. */
  readonly numbers: readonly number[];
  /** Value of `--name value`; undefined where it is absent. */
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** Reads the command line. @throws where a number is not a whole number or a name is unknown */
export function readArguments(
  defaults: readonly number[],
  names: { readonly options?: readonly string[]; readonly flags?: readonly string[] } = {},
): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of names.options ?? []) {
    options[name] = { type: 'string' };
  }
  for (const name of names.flags ?? []) {
    options[name] = { type: 'boolean' };
  }
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const given = new Map<string, unknown>(Object.entries(values));
  const option = (name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    numbers: defaults.map((fallback, at) => wholeNumber(positionals[at], fallback)),
    option,
    flag: (name) => given.get(name) === true,
  };
}

/** A whole number from text, or the default where there is no text. */
export function wholeNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) {
    return fallback;
  }
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new Error(`"${text}" should be a whole number`);
  }
  return number;
}

/** Folder of the real files: beside the checkout by default. */
export function dataFolder(option: string | undefined): string {
  return option ?? join(import.meta.dirname, '../../../shared/data');
}
