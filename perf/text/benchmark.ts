import { z } from 'zod';
import { DiscoverReply, ImportReport, IntroductionPage, Pattern, Run } from '@warren/contracts';
import { scriptedMessages, startSystem } from '@warren/testing';
import type { System } from '@warren/testing';
import { withDatabase } from '../load/runs/sample-runs.ts';
import { profilesIn, scriptAnalyst, scriptReader } from './analyst.ts';
import { broadTheme, givenIn, scriptCoder, usualErrors } from './coder.ts';
import type { ErrorRates, Told } from './coder.ts';
import type { TextCommunity, Truth } from './communities.ts';

/** Planted memberships, how many of them a result has, and those it has beside them. */
export interface Found {
  readonly planted: number;
  readonly found: number;
  readonly wrong: number;
}

/** What one run made of a community that writes everything and lists nothing. */
export interface TextResult {
  readonly members: number;
  /** Members whose texts some model was shown: judged for themes, and read by the analyst. */
  readonly reached: { readonly judged: number; readonly read: number };
  /** Codes whose words do not stand in the truth for that theme. */
  readonly notCarrying: number;
  /** Members coded for planted themes. */
  readonly codes: Found;
  /** Members of the patterns that stand on themes. */
  readonly relations: Found;
  /** Members of the patterns that stand on words. */
  readonly common: Found;
  /** Members whose need is answered by an introduction to one who has it, once the next run has proposed them. */
  readonly introductions: Found;
  /** What the model did wrong. */
  readonly told: Told;
  /** Codes that were refused, and refused saves, by kind. */
  readonly refused: { readonly codes: number; readonly saves: readonly string[] };
  /** Members of the theme that is too broad, whether a pattern stands on it, and on what basis. */
  readonly broad: { readonly members: number; readonly basis: string | null };
  readonly ms: number;
}

const Code = z.object({ member: z.string(), label: z.string(), side: z.string(), quote: z.string() });

/** Runs a whole system with a scripted model on a community, and compares what it stores with the truth. */
export async function measureTexts(
  { members, truth }: TextCommunity,
  seed: number,
  errors: ErrorRates = usualErrors,
): Promise<TextResult> {
  const model = await scriptedMessages(scriptAnalyst(truth, errors, seed));
  const coder = scriptCoder(truth, errors, seed);
  model.useThemes(coder.answer);
  model.useReader(scriptReader(truth));
  const system = await startSystem({
    questions: false,
    env: {
      ...{ ANALYST: 'claude', THEMES: 'on', ANTHROPIC_BASE_URL: model.url },
      ...{ DISCOVER_WAIT_S: '240', MAX_TURNS: '60' },
    },
  });
  try {
    await importMembers(system, members);
    const from = Date.now();
    const run = await discover(system);
    const ms = Date.now() - from;
    const last = model.calls().at(-1);
    const judged = model.themeCalls().flatMap((call) => givenIn(call).members);
    const ids = await idsOf(system);
    const codes = await codesOf(system);
    const patterns = z.array(Pattern).parse((await system.call('patterns?limit=100')).body);
    return {
      members: members.length,
      reached: { judged: judged.length, read: last === undefined ? 0 : profilesIn(last).size },
      ...comparedCodes(codes, truth),
      relations: sum(
        ...[...new Set(truth.themes.map(({ label }) => label))].map((label) =>
          compared(
            membersOf(patterns, label, ids),
            truth.themes.filter((theme) => theme.label === label).flatMap(({ carriers }) => carriers),
          ),
        ),
      ),
      common: sum(
        ...truth.common.map(({ name, carriers }) => compared(membersOf(patterns, name, ids), carriers)),
      ),
      introductions: await comparedIntroductions(system, truth, ids),
      told: coder.told,
      refused: { codes: run.themes?.refused ?? 0, saves: run.rejected.map(({ kind }) => kind) },
      broad: {
        members: codes.filter(({ label }) => label === broadTheme.label).length,
        basis: patterns.find(({ name }) => name === broadTheme.label)?.evidence.basis ?? null,
      },
      ms,
    };
  } finally {
    await system.stop();
    await model.stop();
  }
}

async function discover(system: System): Promise<Run> {
  const { body } = await system.call('patterns/discover', { method: 'POST' });
  const { run_id, success, response_text } = DiscoverReply.parse(body);
  if (!success) {
    throw new Error(`the run failed: ${response_text}`);
  }
  return Run.parse((await system.call(`discovery-runs/${run_id}`)).body);
}

function comparedCodes(
  codes: readonly z.infer<typeof Code>[],
  { themes }: Truth,
): Pick<TextResult, 'codes' | 'notCarrying'> {
  const each = themes.map(({ label, side, carriers }) => {
    const own = codes.filter((code) => code.label === label && code.side === side);
    const found = compared(
      own.map(({ member }) => member),
      carriers,
    );
    const carrying = own.filter(({ quote }) => carriers.some((said) => quote.includes(said.quote)));
    return { found, notCarrying: own.length - carrying.length };
  });
  return {
    codes: sum(...each.map(({ found }) => found)),
    notCarrying: each.reduce((total, { notCarrying }) => total + notCarrying, 0),
  };
}

async function comparedIntroductions(
  system: System,
  { themes }: Truth,
  ids: ReadonlyMap<number, string>,
): Promise<Found> {
  const { introductions } = IntroductionPage.parse((await system.call('introductions?per_page=200')).body);
  const carriersOf = (label: string, side: string): Set<string> =>
    new Set(
      themes
        .filter((theme) => theme.label === label && theme.side === side)
        .flatMap(({ carriers }) => carriers.map(({ external_id }) => external_id)),
    );
  const planted = themes
    .filter(({ side }) => side === 'needs')
    .reduce((total, { carriers }) => total + carriers.length, 0);
  // An introduction of the analyst's has words in place of a need.
  const right = introductions.flatMap(({ need, seeker, giver }) =>
    need !== null &&
    carriersOf(need.label, 'needs').has(ids.get(seeker.id) ?? '') &&
    carriersOf(need.label, 'has').has(ids.get(giver.id) ?? '')
      ? [`${need.label} ${seeker.id}`]
      : [],
  );
  const served = new Set(right);
  return { planted, found: served.size, wrong: introductions.length - right.length };
}

function compared(found: readonly string[], carriers: readonly { readonly external_id: string }[]): Found {
  const planted = new Set(carriers.map(({ external_id }) => external_id));
  const right = found.filter((id) => planted.has(id)).length;
  return { planted: planted.size, found: right, wrong: found.length - right };
}

/** Adds up comparisons. */
export function sum(...each: readonly Found[]): Found {
  return each.reduce(
    (total, { planted, found, wrong }) => ({
      planted: total.planted + planted,
      found: total.found + found,
      wrong: total.wrong + wrong,
    }),
    { planted: 0, found: 0, wrong: 0 },
  );
}

function membersOf(patterns: readonly Pattern[], wanted: string, ids: ReadonlyMap<number, string>): string[] {
  const pattern = patterns.find(({ name }) => name === wanted);
  return (pattern?.related_member_ids ?? []).flatMap((id) => ids.get(id) ?? []);
}

async function importMembers(system: System, members: readonly object[]): Promise<void> {
  const { body } = await system.call('members/import', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: members.map((member) => JSON.stringify(member)).join('\n'),
  });
  const { rejected } = ImportReport.parse(body);
  if (rejected.length > 0) {
    throw new Error(`not imported: ${JSON.stringify(rejected.slice(0, 3))}`);
  }
}

async function idsOf(system: System): Promise<Map<number, string>> {
  const Row = z.object({ id: z.int(), external_id: z.string() });
  const rows = await withDatabase(system, async (query) =>
    query('select id, external_id from member_profile.member', [], Row),
  );
  return new Map(rows.map(({ id, external_id }) => [id, external_id]));
}

async function codesOf(system: System): Promise<z.infer<typeof Code>[]> {
  return withDatabase(system, async (query) =>
    query(
      `select member.external_id as member, label, side, quote from member_profile.theme_judgement as judged
       join member_profile.theme on theme.id = theme_id join member_profile.member on member.id = member_id
       where quote is not null order by 1, 2, 3`,
      [],
      Code,
    ),
  );
}
