import type pg from 'pg';
import { z } from 'zod';
import { PatternSaved, RunStatus, hasEnded } from '@warren/contracts';
import type { History } from './checker.ts';

/** The part of a history that is read from the database. */
export type Stored = Omit<
  History,
  | 'accepted'
  | 'received'
  | 'calls'
  | 'written'
  | 'workerEnds'
  | 'leasesLost'
  | 'stops'
  | 'parked'
  | 'replayed'
> & {
  written: (Omit<History['written'][number], 'by'> & { port: number })[];
  /** tool call id → run that the call to the model belongs to */
  runOfToolUse: Map<string, number>;
  /** run → when it ended, in ms since 1970 */
  endedAt: Map<number, number>;
};

const Turn = z.object({ run_id: z.int(), turn: z.int(), response: z.string(), at: z.number() });
const Message = z.looseObject({
  id: z.string(),
  content: z.array(z.looseObject({ type: z.string(), id: z.string().optional() })),
});

/** Reads the database once the system is idle. */
export async function readStored(client: pg.Client): Promise<Stored> {
  const rows = async <T extends z.ZodType>(sql: string, row: T): Promise<z.output<T>[]> =>
    z.array(row).parse((await client.query<Record<string, unknown>>(sql)).rows);
  const events = await rows(
    `select body from pattern_finder.outbox_message where subject = 'pattern.saved' order by id`,
    z.object({ body: z.string().transform((body) => PatternSaved.parse(JSON.parse(body))) }),
  );
  const turns = await rows(
    `select run_id, turn, response, (select extract(epoch from min(at)) * 1000 from chaos.written w
       where w.what = 'run_turn' and w.run_id = t.run_id and w.place = t.turn || '/')::float8 as at
     from pattern_finder.run_turn t where turn > 0 order by run_id, turn`,
    Turn,
  );
  const messages = turns.map((turn) => ({ ...turn, message: Message.parse(JSON.parse(turn.response)) }));
  const runs = await rows(
    `select id, status, fence, starts, turns, extract(epoch from finished_at)::float8 * 1000 as ended_at from pattern_finder.run`,
    z.object({
      id: z.int(),
      status: RunStatus,
      fence: z.int(),
      starts: z.int(),
      turns: z.int(),
      ended_at: z.number().nullable(),
    }),
  );
  return {
    runs: runs.map((run) => ({ ...run, ended: hasEnded(run.status) })),
    endedAt: new Map(runs.flatMap(({ id, ended_at }) => (ended_at === null ? [] : [[id, ended_at]]))),
    versions: (
      await rows(
        `select pattern_id || '@' || version as version from pattern_finder.pattern_version where published`,
        z.object({ version: z.string() }),
      )
    ).map(({ version }) => version),
    published: events.map(({ body }) => `${body.pattern_id}@${body.version}`),
    seen: (
      await rows(
        `select pattern_id || '@' || version as version from question_generator.pattern_seen`,
        z.object({ version: z.string() }),
      )
    ).map(({ version }) => version),
    wanted: wantedOf(events.map(({ body }) => body)),
    asked: await rows(
      'select pattern_id as pattern, text as question from question_generator.question where withdrawn_at is null',
      z.object({ pattern: z.int(), question: z.string() }),
    ),
    questions: (await rows('select id from question_generator.question', z.object({ id: z.int() }))).map(
      ({ id }) => id,
    ),
    announced: (
      await rows(
        `select (body::json ->> 'question_id')::integer as id from question_generator.outbox_message where subject = 'question.created'`,
        z.object({ id: z.int() }),
      )
    ).map(({ id }) => id),
    written: await rows(
      `select run_id as "runId", what, coalesce(split_part(claimed_by, ':', 2), '0')::integer as "claimedBy", fence,
         client_port as port, extract(epoch from at)::float8 * 1000 as at from chaos.written`,
      z.object({
        runId: z.int(),
        what: z.string(),
        claimedBy: z.int(),
        fence: z.int(),
        port: z.int(),
        at: z.number(),
      }),
    ),
    turns: messages.map(({ run_id, turn, message, at }) => ({
      runId: run_id,
      turn,
      messageId: message.id,
      at,
    })),
    runOfToolUse: new Map(
      messages.flatMap(({ run_id, message }) =>
        message.content.flatMap(({ id }) => (id === undefined ? [] : [[id, run_id] as const])),
      ),
    ),
  };
}

/** The questions to be asked: those of each pattern's latest version. No two patterns of a scenario share one. */
function wantedOf(events: readonly PatternSaved[]): History['wanted'] {
  const latest = new Map<number, PatternSaved>();
  for (const event of events) {
    if (event.version >= (latest.get(event.pattern_id)?.version ?? 0)) {
      latest.set(event.pattern_id, event);
    }
  }
  return [...latest.values()].flatMap(({ pattern_id, change, question_prompts }) =>
    change === 'retired' ? [] : question_prompts.map((question) => ({ pattern: pattern_id, question })),
  );
}
