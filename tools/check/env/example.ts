import type { Use } from '../../environment/configs.ts';
import { isRequired, isTheDefault } from './defaults.ts';

/** Finds problems of .env.example: variables that are missing, unknown, or shown with a wrong default. */
export function exampleProblems(
  text: string,
  known: ReadonlyMap<string, readonly Use[]>,
  composeOnly: ReadonlySet<string>,
): string[] {
  const example = readExample(text);
  const problems: string[] = [];
  for (const [name, uses] of known) {
    const shown = example.get(name);
    if (shown === undefined) {
      const apps = uses.map(({ app }) => app).join(' and ');
      problems.push(`.env.example lacks ${name}, which ${apps} reads: add a line "# ${name}=…"`);
      continue;
    }
    const unlike = uses.find(({ schema }) => !isShownRightly(shown, schema));
    if (unlike !== undefined) {
      problems.push(`.env.example: ${name}=${shown} is not the default of ${unlike.app}`);
    }
  }
  for (const name of composeOnly) {
    if (!example.has(name)) {
      problems.push(`.env.example lacks ${name}, which docker-compose.yml reads`);
    }
  }
  for (const name of example.keys()) {
    if (!known.has(name) && !composeOnly.has(name)) {
      problems.push(`.env.example names ${name}, which neither a service nor docker-compose.yml reads`);
    }
  }
  return problems;
}

/** A required variable is shown with any valid value. */
function isShownRightly(shown: string, schema: Use['schema']): boolean {
  return isRequired(schema) ? schema.safeParse(shown).success : isTheDefault(shown, schema);
}

/** `NAME=value` and, for what is optional, `# NAME=value`. */
function readExample(text: string): Map<string, string> {
  const lines = text.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return new Map(Array.from(lines, ([, name = '', value = '']) => [name, value]));
}
