import { z } from 'zod';
import { largestId } from '../src/index.ts';
import { storable } from '../src/values/text.ts';

/** A schema that has no other inside, and its path. */
interface Leaf {
  path: string;
  schema: z.core.$ZodTypes;
}

/** Leaves of a schema; keys of records count as leaves. */
export function leavesOf(path: string, given: z.core.$ZodType): Leaf[] {
  const schema = given as z.core.$ZodTypes;
  const { def } = schema._zod;
  const inside = (at: string, it: z.core.$ZodType): Leaf[] => leavesOf(`${path}${at}`, it);
  switch (def.type) {
    case 'object': {
      const rest = def.catchall === undefined ? [] : inside('.*', def.catchall);
      return [...Object.entries(def.shape).flatMap(([key, it]) => inside(`.${key}`, it)), ...rest];
    }
    case 'array':
      return inside('[]', def.element);
    case 'tuple':
      return def.items.flatMap((it, at) => inside(`[${at}]`, it));
    case 'record':
      return [...inside('{key}', def.keyType), ...inside('{}', def.valueType)];
    case 'union':
      return def.options.flatMap((it, at) => inside(`|${at}`, it));
    case 'intersection':
      return [...inside('&0', def.left), ...inside('&1', def.right)];
    case 'pipe':
      // The output of a transformation is checked by the schema it is piped into; a transformation itself has no leaf.
      return [...inside('', def.in), ...inside('', def.out)];
    case 'lazy':
      return inside('', def.getter());
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return inside('', def.innerType);
    default:
      return [{ path, schema }];
  }
}

/** Types whose values have no text of the sender. */
const harmless = [
  'enum',
  'literal',
  'boolean',
  'number',
  'int',
  'null',
  'undefined',
  'never',
  'transform',
  'custom',
];
/** Formats whose pattern takes only visible ASCII. */
const asciiFormats: (string | undefined)[] = ['email', 'datetime', 'uuid'];

/** Returns whether a leaf takes texts that PostgreSQL cannot store. */
export function takesUnstorable({ schema }: Leaf): boolean {
  const { def } = schema._zod;
  if (def.type === 'string') {
    const format = 'format' in def ? String(def.format) : undefined;
    return !asciiFormats.includes(format) && !(def.checks ?? []).includes(storable);
  }
  return !harmless.includes(def.type);
}

/** Texts that PostgreSQL cannot store. */
export const unstorable = {
  'U+0000': 'a\u0000 text of some length',
  'half an emoji': 'a text of some length \ud83d',
};

/** Paths of ids, and of other numbers that PostgreSQL keeps or compares as `integer`, which take one that is too large. */
export function uncheckedIds(leaves: readonly Leaf[]): { ids: number; unchecked: string[] } {
  const numbers = leaves.filter(
    ({ path, schema }) =>
      /(^|[._])(id|ids\[\]|version|page)$/.test(path) && schema._zod.def.type === 'number',
  );
  const taken = numbers.filter(({ schema }) => z.core.safeParse(schema, largestId + 1).success);
  // A query's value is read as a number first, and then checked by the id it is piped into: that is a leaf too.
  const unchecked = taken.filter(
    ({ path }) => !numbers.some((other) => other.path === path && !taken.includes(other)),
  );
  return { ids: numbers.length, unchecked: unchecked.map(({ path }) => path) };
}
