import { parseArgs } from 'node:util';

/** What a script may be told by number: what it takes where it is told nothing, and what it means. */
export type Option = { usual: number; means: string };

/** The numbers of a script by name, or the text that it prints in place of its work. */
export type Given<K extends string> = { number: (name: K) => number } | { text: string; isWrong: boolean };

/** Reads `--name 12` and `--help`. */
export function parseOptions<K extends string>(
  what: string,
  options: Readonly<Record<K, Option>>,
  args: readonly string[],
): Given<K> {
  const known = Object.entries<Option>(options);
  const usage = [what, ...known.map(([name, { usual, means }]) => `  --${name} ${usual}  ${means}`)].join(
    '\n',
  );
  const given = new Map<string, number>();
  try {
    const texts = Object.fromEntries(known.map(([name]) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean' }, ...texts } });
    if (values.help === true) return { text: usage, isWrong: false };
    const told = new Map<string, unknown>(Object.entries(values));
    for (const [name, { usual }] of known) {
      const value = Number(told.get(name) ?? usual);
      if (!(value > 0)) throw new Error(`--${name} takes a number above zero`);
      given.set(name, value);
    }
  } catch (error) {
    return { text: `${error instanceof Error ? error.message : String(error)}\n\n${usage}`, isWrong: true };
  }
  return { number: (name) => given.get(name) ?? options[name].usual };
}

/** Reads a script's own arguments; where they ask for help, or are wrong, it ends here. */
export function readOptions<K extends string>(
  what: string,
  options: Readonly<Record<K, Option>>,
): (name: K) => number {
  const given = parseOptions(what, options, process.argv.slice(2));
  if ('number' in given) return given.number;
  process.stdout.write(`${given.text}\n`);
  process.exit(given.isWrong ? 1 : 0);
}
