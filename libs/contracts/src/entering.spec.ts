import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as contracts from './index.ts';
import { events, jobs, requests } from './index.ts';
import { storable } from './values/text.ts';

/**
 * Replies, and what they are made of. All else that is exported counts as entering, whatever its name; what stands in a
 * request or an event is walked with that in any case.
 */
const leaving: readonly string[] = [
  'Candidate',
  'CommunityAnalysis',
  'CommunityDemand',
  'DemandedFacet',
  'DiscoverReply',
  'Evidence',
  'FacetCount',
  'FacetNetwork',
  'FacetShare',
  'FieldError',
  'ImportAnswer',
  'ImportReport',
  'Introduction',
  'MemberBrief',
  'MemberDetail',
  'MemberFacet',
  'MemberPage',
  'NamedFacet',
  'NetworkFacet',
  'Pattern',
  'PatternHistory',
  'PatternMember',
  'PatternMemberPage',
  'PatternObservation',
  'PatternOfMember',
  'PatternPage',
  'PatternVersion',
  'Problem',
  'PseudonymousProfile',
  'Question',
  'QuoteVerdict',
  'RejectedLine',
  'RejectedSave',
  'RuleEvaluation',
  'Run',
  'SavedPattern',
  'WireError',
];

/** Every schema of what enters, from whom ever, by a name that says where it is. */
const entering: [string, z.core.$ZodType][] = [
  ...Object.entries(requests).map(([subject, { request }]) => [subject, request] as [string, z.ZodType]),
  ...Object.entries({ ...events, ...jobs }).map(
    ([subject, { body }]) => [subject, body] as [string, z.ZodType],
  ),
  // Bodies and queries of REST, headers, the input of tools, and what core NATS tells.
  ...Object.entries(contracts).flatMap(([name, it]): [string, z.ZodType][] =>
    it instanceof z.ZodType && !leaving.includes(name) ? [[name, it]] : [],
  ),
];

/** One schema that holds no other, and where it stands. */
interface Leaf {
  path: string;
  schema: z.core.$ZodTypes;
}

/** Every leaf of a schema; keys of records count as leaves. */
function leavesOf(path: string, given: z.core.$ZodType): Leaf[] {
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
      // What leaves a transformation is checked by what it is piped into; a transformation itself holds nothing.
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

/** What holds no text of the sender's. */
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
/** Formats whose own pattern takes visible ASCII alone. */
const asciiFormats: (string | undefined)[] = ['email', 'datetime', 'uuid'];

function takesUnstorable({ schema }: Leaf): boolean {
  const { def } = schema._zod;
  if (def.type === 'string') {
    const format = 'format' in def ? String(def.format) : undefined;
    return !asciiFormats.includes(format) && !(def.checks ?? []).includes(storable);
  }
  return !harmless.includes(def.type);
}

const bad = { 'U+0000': 'a\u0000 text of some length', 'half an emoji': 'a text of some length \ud83d' };

describe('every text that enters', () => {
  const leaves = entering.flatMap(([name, schema]) => leavesOf(name, schema));

  it('is refused where PostgreSQL could not keep it', () => {
    expect(leaves.filter(({ schema }) => schema._zod.def.type === 'string').length).toBeGreaterThan(50);
    expect(leaves.filter(takesUnstorable).map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.entries(bad))(
    'is refused with %s by every string there is, and the reason says what to do',
    (_, text) => {
      const strings = leaves.filter(({ schema }) => schema._zod.def.type === 'string');
      for (const { path, schema } of strings) {
        const checked = z.core.safeParse(schema, text);
        expect([path, checked.success]).toEqual([path, false]);
      }
      expect(contracts.Text.safeParse(text).error?.issues[0]?.message).toMatch(
        /cannot be stored.*take it out/,
      );
    },
  );

  it('is told from what leaves by names that there are', () => {
    const schemas = Object.entries(contracts).flatMap(([name, it]) =>
      it instanceof z.ZodType ? [name] : [],
    );
    expect(leaving.filter((name) => !schemas.includes(name))).toEqual([]);
  });

  it('is taken as it is where PostgreSQL can keep it', () => {
    const texts = ['', 'null', '😀', '\u0001', '\u{10ffff}', '\uffff', 'a\nb'];
    expect(texts.map((text) => contracts.Text.parse(text))).toEqual(texts);
  });

  it('would be found by this test where a schema forgot it', () => {
    const forgetful = z.object({
      list: z.array(z.string().max(5)),
      keys: z.record(z.string(), contracts.Text),
      either: z.union([z.literal('x'), z.string()]).optional(),
      any: z.unknown().default(null),
      fine: contracts.Text.trim().min(1),
      mail: z.email(),
    });
    expect(
      leavesOf('it', forgetful)
        .filter(takesUnstorable)
        .map(({ path }) => path),
    ).toEqual(['it.list[]', 'it.keys{key}', 'it.either|1', 'it.any']);
  });
});

describe('every id that enters', () => {
  /** Numbers that PostgreSQL keeps, or compares, as `integer`. */
  const isId = ({ path }: Leaf): boolean => /(^|[._])(id|ids\[\]|version|page)$/.test(path);

  it('is refused where it is larger than any the database gives out', () => {
    const numbers = entering
      .flatMap(([name, schema]) => leavesOf(name, schema))
      .filter((leaf) => isId(leaf) && leaf.schema._zod.def.type === 'number');
    expect(numbers.length).toBeGreaterThan(20);
    const taken = numbers.filter(({ schema }) => z.core.safeParse(schema, contracts.largestId + 1).success);
    // A query's value is read as a number first, and then checked by the id it is piped into: that comes as a leaf too.
    const unchecked = taken.filter(
      ({ path }) => !numbers.some((other) => other.path === path && !taken.includes(other)),
    );
    expect(unchecked.map(({ path }) => path)).toEqual([]);
  });
});
