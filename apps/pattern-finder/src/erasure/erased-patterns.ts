import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { Evidence, Reading } from '@warren/contracts';
import type { Forgetting, GoneMembers } from '@warren/messaging';
import { foldName } from '../patterns/fold-name.ts';
import { PatternStore } from '../patterns/pattern-store.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';

/** Removes erased members from patterns sequentially; each changed pattern is published again. */
@Injectable()
export class ErasedPatterns {
  private readonly logger = new Logger(ErasedPatterns.name);

  constructor(
    private readonly em: EntityManager,
    private readonly store: PatternStore,
  ) {}

  /** Quotes of these members in patterns. */
  async quotesOf(gone: GoneMembers): Promise<string[]> {
    const rows = await this.em.fork().find(PatternRow, {}, { fields: ['evidence'] });
    return rows.flatMap(({ evidence }) =>
      (evidence.quotes ?? []).filter((quote) => gone.has(quote.member_id)).map(({ quote }) => quote),
    );
  }

  /** @returns how many patterns failed; the others are done */
  async forget(forgetting: Forgetting): Promise<number> {
    const rows = await this.em.fork().find(PatternRow, {}, { orderBy: { id: 'asc' } });
    let failed = 0;
    for (const { id } of rows.filter((row) => mentions(row, forgetting))) {
      try {
        await this.em.fork().transactional(async (em) => this.forgetIn(em, id, forgetting));
      } catch (error) {
        failed += 1;
        this.logger.error(`An erased member is still in pattern ${id}: ${nameOf(error)}`);
      }
    }
    return failed;
  }

  private async forgetIn(em: EntityManager, id: number, forgetting: Forgetting): Promise<void> {
    const row = await em.findOne(PatternRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (row === null || !mentions(row, forgetting)) {
      return;
    }
    const { redact } = forgetting;
    row.relatedMemberIds = row.relatedMemberIds.filter((member) => !forgetting.has(member));
    row.memberCount = row.relatedMemberIds.length;
    row.evidence = withoutMembers(row.evidence, forgetting, row.memberCount);
    row.holdReasons = row.holdReasons.map((reason) => ({ ...reason, words: redact(reason.words) }));
    row.reading = redactedReading(row.reading ?? null, redact);
    const name = await this.nameAfter(em, row, redact(row.name));
    this.store.rewrite(row, () => {
      row.description = redact(row.description);
      row.questionPrompts = row.questionPrompts.map(redact);
      row.name = name;
      row.nameFolded = foldName(name);
    });
    this.store.newVersion(em, row, 'updated', { analyst: row.analyst, runId: null });
  }

  /** The name of a pattern once a member's words are redacted; two patterns may then have the same. */
  private async nameAfter(em: EntityManager, row: PatternRow, name: string): Promise<string> {
    if (name === row.name) {
      return name;
    }
    const taken = await em.count(PatternRow, { nameFolded: foldName(name), id: { $ne: row.id } });
    return taken === 0 ? name : `${name.slice(0, 230)} (${row.id})`;
  }
}

function mentions(row: PatternRow, forgetting: Forgetting): boolean {
  const reasons = row.holdReasons.map(({ words }) => words);
  const texts = [row.name, row.description, ...row.questionPrompts, ...reasons, ...wordsOf(row.reading)];
  return (
    row.relatedMemberIds.some((id) => forgetting.has(id)) ||
    texts.some((text) => forgetting.redact(text) !== text) ||
    idsIn(row.evidence).some((id) => forgetting.has(id))
  );
}

function wordsOf(reading: Reading | null | undefined): string[] {
  return reading === null || reading === undefined
    ? []
    : [...reading.beyond, ...reading.singles_out, ...reading.sensitive.map(({ words }) => words)];
}

function redactedReading(reading: Reading | null, redact: (text: string) => string): Reading | null {
  return (
    reading && {
      ...reading,
      beyond: reading.beyond.map(redact),
      singles_out: reading.singles_out.map(redact),
      sensitive: reading.sensitive.map(({ kind, words }) => ({ kind, words: redact(words) })),
    }
  );
}

function idsIn({ quotes = [], sides, bridges = [], pairs = [] }: Evidence): number[] {
  return [
    ...quotes.map(({ member_id }) => member_id),
    ...(sides === undefined ? [] : [...sides.givers, ...sides.seekers]),
    ...bridges,
    ...pairs.flatMap(({ giver, seeker }) => [giver, seeker]),
  ];
}

function withoutMembers(evidence: Evidence, gone: GoneMembers, memberCount: number): Evidence {
  const kept = (ids: readonly number[]): number[] => ids.filter((id) => !gone.has(id));
  const { quotes, sides, bridges, pairs } = evidence;
  const observed = bridges === undefined ? memberCount : kept(bridges).length;
  return {
    ...evidence,
    statistics: { ...evidence.statistics, observed },
    ...(bridges === undefined ? {} : { bridges: kept(bridges) }),
    ...(quotes === undefined ? {} : { quotes: quotes.filter((quote) => !gone.has(quote.member_id)) }),
    ...(sides === undefined ? {} : { sides: { givers: kept(sides.givers), seekers: kept(sides.seekers) } }),
    ...(pairs === undefined
      ? {}
      : { pairs: pairs.filter((pair) => !gone.has(pair.giver) && !gone.has(pair.seeker)) }),
  };
}

/** Name of an error without its message, which may quote the row. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
