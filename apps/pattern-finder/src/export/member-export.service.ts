import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { KeptOfMemberQuery, KeptRow, PatternsKept, TurnKept } from '@warren/contracts';
import { AuditEntries, eventsAmong, findKeptRows, tracesOfMember } from '@warren/messaging';
import { StoredWords } from '../erasure/stored-words.ts';
import { introductionsOfMember } from '../introductions/introductions-of-member.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';
import { patternKept } from './pattern-kept.ts';
import type { Observed } from './pattern-kept.ts';

/** Finds everything that this service keeps of a member. */
@Injectable()
export class MemberExportService {
  constructor(
    private readonly em: EntityManager,
    private readonly words: StoredWords,
    private readonly audit: AuditEntries,
  ) {}

  async export({ id, passages }: KeptOfMemberQuery): Promise<PatternsKept> {
    const em = this.em.fork();
    const traces = tracesOfMember(id, passages, await this.words.of([id]));
    const introductions = await introductionsOfMember(em, id);
    const rows = [...introductions.rows, ...(await findKeptRows(em, traces)), ...(await textsRead(em, id))];
    return {
      rows,
      audit: await this.audit.aboutMember(id),
      patterns: await patternsAmong(em, id, rows),
      introductions: introductions.kept,
      model_turns: turnsAmong(rows),
      events: await eventsAmong(em, rows),
    };
  }
}

async function patternsAmong(
  em: EntityManager,
  id: number,
  rows: readonly KeptRow[],
): Promise<PatternsKept['patterns']> {
  const observed = await em.execute<(Observed & { pattern_id: number })[]>(
    `select pattern_id, run_id, observed_at, ? = any(joined) as joined from pattern_observation
     where ? = any(joined) or ? = any(left_ids) order by id`,
    [id, id, id],
  );
  const ids = new Set([
    ...observed.map(({ pattern_id }) => pattern_id),
    ...rows.flatMap(({ table, key }) => (table === 'pattern' ? [Number(key['id'])] : [])),
  ]);
  const patterns = await em.find(PatternRow, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return patterns.map((pattern) =>
    patternKept(
      pattern,
      id,
      observed.filter(({ pattern_id }) => pattern_id === pattern.id),
    ),
  );
}

/** The rows that say which runs have read the member's texts; they have no words, and an erasure deletes them whole. */
async function textsRead(em: EntityManager, id: number): Promise<KeptRow[]> {
  const read = await em.execute<{ text_hash: string; run_id: number }[]>(
    'select text_hash, run_id from profile_read where member_id = ? order by run_id',
    [id],
  );
  return read.map(({ text_hash, run_id }) => ({
    table: 'profile_read',
    key: { member_id: String(id), text_hash, run_id: String(run_id) },
    columns: ['member_id'],
  }));
}

function turnsAmong(rows: readonly KeptRow[]): TurnKept[] {
  const turns = rows.flatMap(({ table, key }) =>
    ['run_turn', 'run_tool_result', 'run_reading'].includes(table) ? [`${key['run_id']} ${key['turn']}`] : [],
  );
  return [...new Set(turns)].map((turn) => {
    const [run_id = 0, number = 0] = turn.split(' ').map(Number);
    return { run_id, turn: number };
  });
}
