import { parseArgs } from 'node:util';

/** A numeric option of a script. */
interface Option {
  default: number;
  description: string;
}

/** The numbers of a script by name, or the text that it prints instead of running. */
type ParsedOptions<K extends string> = { number: (name: K) => number } | { text: string; isWrong: boolean };

/** Reads `--name 12` and `--help`. */
export function parseOptions<K extends string>(
  what: string,
  options: Readonly<Record<K, Option>>,
  args: readonly string[],
): ParsedOptions<K> {
  const known = Object.entries<Option>(options);
  const usage = [
    what,
    ...known.map(([name, option]) => `  --${name} ${option.default}  ${option.description}`),
  ].join('\n');
  const numbers = new Map<string, number>();
  try {
    const texts = Object.fromEntries(known.map(([name]) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean' }, ...texts } });
    if (values.help === true) {
      return { text: usage, isWrong: false };
    }
    const given = new Map<string, unknown>(Object.entries(values));
    for (const [name, option] of known) {
      const value = Number(given.get(name) ?? option.default);
      if (!(value > 0)) {
        throw new Error(`--${name} takes a number above zero`);
      }
      numbers.set(name, value);
    }
  } catch (error) {
    return { text: `${error instanceof Error ? error.message : String(error)}\n\n${usage}`, isWrong: true };
  }
  return { number: (name) => numbers.get(name) ?? options[name].default };
}

/** Reads the script's arguments; ends the process after `--help` or invalid arguments. */
export function readOptions<K extends string>(
  what: string,
  options: Readonly<Record<K, Option>>,
): (name: K) => number {
  const parsed = parseOptions(what, options, process.argv.slice(2));
  if ('number' in parsed) {
    return parsed.number;
  }
  process.stdout.write(`${parsed.text}\n`);
  process.exit(parsed.isWrong ? 1 : 0);
}
