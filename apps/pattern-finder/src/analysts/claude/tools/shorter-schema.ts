import { z } from 'zod';

const Schema = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof Schema>;

const reference = /^#\/\$defs\/(\w+)$/;
/** Longest JSON of a part that is said again rather than referred to, which takes about as much. */
const longestCopy = 40;

/**
 * The same JSON Schema in fewer characters, since each request of a run has it: parts that are used once, or hardly
 * longer than a reference to them, stand where they are used; the others have short names; bounds that every integer of
 * JSON keeps are left out.
 */
export function shortened({ $defs, ...schema }: Schema): Schema {
  const parts = new Map(Object.entries(Schema.parse($defs ?? {})));
  const uses = usesIn([schema, ...parts.values()]);
  const names = new Map<string, string>();
  const said: Schema = {};

  const isCopied = (name: string): boolean =>
    uses.get(name) === 1 || JSON.stringify(whole(parts.get(name))).length <= longestCopy;

  function whole(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map(whole);
    }
    const node = Schema.safeParse(value).data;
    if (node === undefined) {
      return value;
    }
    const { $ref, ...rest } = node;
    const own = Object.fromEntries(
      Object.entries(rest)
        .filter(([key, bound]) => key !== 'maximum' || bound !== Number.MAX_SAFE_INTEGER)
        .map(([key, item]) => [key, whole(item)]),
    );
    const name = typeof $ref === 'string' ? reference.exec($ref)?.[1] : undefined;
    if (name === undefined) {
      return $ref === undefined ? own : { $ref, ...own };
    }
    return isCopied(name) ? { ...Schema.parse(whole(parts.get(name))), ...own } : { ...refer(name), ...own };
  }

  function refer(name: string): Schema {
    const known = names.get(name);
    const short = known ?? `d${names.size}`;
    if (known === undefined) {
      names.set(name, short);
      said[short] = undefined;
      said[short] = whole(parts.get(name));
    }
    return { $ref: `#/$defs/${short}` };
  }

  const top = Schema.parse(whole(schema));
  return names.size === 0 ? top : { ...top, $defs: said };
}

/** How often each part is referred to. */
function usesIn(value: unknown, uses = new Map<string, number>()): Map<string, number> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value) as [string, unknown][]) {
      const name = key === '$ref' && typeof item === 'string' ? reference.exec(item)?.[1] : undefined;
      if (name === undefined) {
        usesIn(item, uses);
      } else {
        uses.set(name, (uses.get(name) ?? 0) + 1);
      }
    }
  }
  return uses;
}
