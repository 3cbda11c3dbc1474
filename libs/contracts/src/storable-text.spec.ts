import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { leavesOf, takesUnstorable, uncheckedIds, unstorable } from '../test/schema-leaves.ts';
import * as contracts from './index.ts';
import { events, jobs, requests } from './index.ts';

/**
 * Replies and their parts. Every other export counts as input, whatever its name; parts of a request or an event are
 * visited with it in any case.
 */
const leaving: readonly string[] = [
  'AuditEntry',
  'AuditPage',
  'BlindText',
  'Candidate',
  'CodeKept',
  'ColumnReport',
  'CommunityAnalysis',
  'CommunityDemand',
  'DemandedFacet',
  'DiscoverReply',
  'EventKept',
  'Evidence',
  'FacetCount',
  'FacetNetwork',
  'FacetShare',
  'FieldError',
  'FoundFacets',
  'Hold',
  'HoldReason',
  'ImportAnswer',
  'ImportList',
  'ImportOfMember',
  'ImportPreview',
  'ImportRecord',
  'ImportReport',
  'Introduction',
  'IntroductionKept',
  'IntroductionPage',
  'IntroductionProposal',
  'KeptRow',
  'LostFields',
  'MemberBrief',
  'MemberDetail',
  'MemberExport',
  'MemberFacet',
  'MemberPage',
  'MemberText',
  'NamedFacet',
  'NamedThemeCode',
  'NetworkCluster',
  'NetworkFacet',
  'PairOfPattern',
  'Pattern',
  'PatternHistory',
  'PatternKept',
  'PatternMember',
  'PatternMemberPage',
  'PatternObservation',
  'PatternOfMember',
  'PatternPage',
  'PatternVersion',
  'PatternsKept',
  'Problem',
  'ProfileKept',
  'ProposedIntroductions',
  'PseudonymousProfile',
  'Question',
  'QuestionKept',
  'QuestionsKept',
  'Reading',
  'QuoteVerdict',
  'ReadFacet',
  'ReadingReport',
  'RejectedLine',
  'RejectedSave',
  'RejectionsByReason',
  'RuleEvaluation',
  'Run',
  'RunReading',
  'RunThemes',
  'SavedPattern',
  'StoredIntroduction',
  'StoredIntroductionPage',
  'Theme',
  'ThemeCode',
  'ThemeDetail',
  'ThemeList',
  'TurnKept',
  'SensitiveFinding',
  'SensitiveFindings',
  'WireError',
];

/** Schemas of all inputs, by a name that says where each is used. */
const entering: [string, z.core.$ZodType][] = [
  ...Object.entries(requests).map(([subject, { request }]) => [subject, request] as [string, z.ZodType]),
  ...Object.entries({ ...events, ...jobs }).map(
    ([subject, { body }]) => [subject, body] as [string, z.ZodType],
  ),
  // Bodies and queries of REST, headers, and messages of core NATS.
  ...Object.entries(contracts).flatMap(([name, it]): [string, z.ZodType][] =>
    it instanceof z.ZodType && !leaving.includes(name) ? [[name, it]] : [],
  ),
];

describe('every text that enters', () => {
  const leaves = entering.flatMap(([name, schema]) => leavesOf(name, schema));

  it('is rejected where PostgreSQL could not store it', () => {
    expect(leaves.filter(({ schema }) => schema._zod.def.type === 'string').length).toBeGreaterThan(50);
    expect(leaves.filter(takesUnstorable).map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.entries(unstorable))(
    'is rejected with %s by every string there is, and the reason says what to do',
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

  it('lists only schemas that exist as outputs', () => {
    const schemas = Object.entries(contracts).flatMap(([name, it]) =>
      it instanceof z.ZodType ? [name] : [],
    );
    expect(leaving.filter((name) => !schemas.includes(name))).toEqual([]);
  });

  it('is accepted unchanged where PostgreSQL can store it', () => {
    const texts = ['', 'null', '😀', '\u0001', '\u{10ffff}', '\uffff', 'a\nb'];
    expect(texts.map((text) => contracts.Text.parse(text))).toEqual(texts);
  });

  it('is found by this test where a schema lacks the check', () => {
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
  it('is rejected if it is larger than any the database assigns', () => {
    const leaves = entering.flatMap(([name, schema]) => leavesOf(name, schema));
    const { ids, unchecked } = uncheckedIds(leaves);
    expect(ids).toBeGreaterThan(20);
    expect(unchecked).toEqual([]);
  });
});
