import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SavedPattern } from '@warren/contracts';
import type { RunRow } from '../run-state/run.entity.ts';
import { foldName } from '../patterns/fold-name.ts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { memberOverlap, nearDuplicateOf, sameFamily, sameMembers } from './near-duplicates.ts';
import { PatternGate } from './pattern-gate.ts';
import type { CheckedSave } from './pattern-gate.ts';
import { PatternStore } from '../patterns/pattern-store.ts';
import type { Author, Words } from '../patterns/pattern-store.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';
import { NearDuplicate, Rejection, unknownPattern } from '../evidence/rejection.ts';

/** `shared` patterns Claude may save in one run. */
const sharedInRun = 4;
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** The only way a run saves a pattern that has passed the gate: one transaction, of the caller's. */
@Injectable()
export class PatternSaver {
  constructor(
    readonly gate: PatternGate,
    private readonly store: PatternStore,
  ) {}

  /**
   * Saves inside the caller's transaction, which holds the run's row. The pattern is found again by id, then by
   * fingerprint; its words change only where the analyst names its id.
   * @throws Refused with what to change
   */
  async save(em: EntityManager, run: RunRow, checked: CheckedSave): Promise<SavedPattern> {
    const author: Author = { analyst: run.analyst, runId: run.id };
    const existing = await this.find(em, checked);
    if (existing === null) {
      await ensureFewShared(em, run, checked.grounds);
      return recordInRun(run, await this.store.create(em, checked.words, checked.grounds, author), true);
    }
    await this.update(em, existing, checked, author);
    return recordInRun(run, existing, false);
  }

  /** Meets a saved pattern again, as today's data have it: an observation, and a version only where something changed. */
  async reobserve(
    em: EntityManager,
    run: RunRow,
    id: number,
    today: MeasuredEvidence,
  ): Promise<SavedPattern> {
    const row = await em.findOneOrFail(PatternRow, id, locked);
    await this.store.remeasure(em, row, { ...today, holds: true }, { analyst: row.analyst, runId: run.id });
    return recordInRun(run, row, false);
  }

  private async find(em: EntityManager, checked: CheckedSave): Promise<PatternRow | null> {
    const { patternId, grounds, words } = checked;
    if (patternId !== undefined) {
      return this.named(em, patternId, grounds);
    }
    const same = await em.findOne(PatternRow, { fingerprint: grounds.fingerprint }, locked);
    if (same !== null) {
      return same;
    }
    const near = await nearDuplicateOf(em, grounds);
    if (near !== undefined) {
      throw near.dismissed ? dismissed(near) : new NearDuplicate(near.id, near.name);
    }
    if ((await em.count(PatternRow, { nameFolded: foldName(words.name) })) > 0) {
      throw new Rejection(
        'name_taken',
        `"${words.name}" is the name of a pattern with another rule: choose another name.`,
      );
    }
    return null;
  }

  /** The pattern an analyst names, where the claim is that one: its rule, or one with nearly the same members. */
  private async named(em: EntityManager, patternId: number, grounds: MeasuredEvidence): Promise<PatternRow> {
    const row = await em.findOne(PatternRow, patternId, locked);
    if (row === null) {
      throw unknownPattern(patternId);
    }
    if (row.dismissed || row.fingerprint === grounds.fingerprint) {
      return row;
    }
    const isTheSame =
      sameFamily(row.fingerprint, grounds.fingerprint) &&
      memberOverlap(row.relatedMemberIds, grounds.memberIds) >= sameMembers;
    if (!isTheSame) {
      throw new Rejection(
        'other_rule',
        `Pattern ${patternId} is about other members than this: give no candidate_id, rule or quotes to change its words ` +
          'alone, or leave pattern_id out to make a new pattern.',
      );
    }
    const other = await em.findOne(PatternRow, { fingerprint: grounds.fingerprint });
    if (other !== null) {
      throw new NearDuplicate(other.id, other.name);
    }
    row.fingerprint = grounds.fingerprint;
    return row;
  }

  private async update(
    em: EntityManager,
    row: PatternRow,
    checked: CheckedSave,
    author: Author,
  ): Promise<void> {
    if (row.dismissed) {
      throw dismissed(row);
    }
    const { words, grounds } = checked;
    const reworded = checked.patternId !== undefined && differ(row, words);
    const rule = JSON.stringify(row.evidence.rule);
    if (reworded) {
      await reword(em, row, words);
    }
    const told = await this.store.remeasure(em, row, { ...grounds, holds: true }, author);
    if (!told && (reworded || rule !== JSON.stringify(grounds.evidence.rule))) {
      this.store.newVersion(em, row, 'updated', author);
    }
  }
}

function dismissed(row: PatternRow): Rejection {
  return new Rejection('dismissed', `The operator dismissed this pattern ("${row.name}"): leave it.`);
}

/** Notes in the run that it saved the pattern or met it again. */
function recordInRun(run: RunRow, pattern: PatternRow, created: boolean): SavedPattern {
  const before = run.patterns.find(({ id }) => id === pattern.id);
  if (before === undefined) {
    run.startsWithoutProgress = 0;
  }
  const saved = { id: pattern.id, name: pattern.name, created: before?.created ?? created };
  run.patterns = [...run.patterns.filter(({ id }) => id !== pattern.id), saved];
  return saved;
}

async function ensureFewShared(
  em: EntityManager,
  run: RunRow,
  { evidence }: MeasuredEvidence,
): Promise<void> {
  if (evidence.basis !== 'shared' || run.analyst !== 'claude') {
    return;
  }
  const saved = await em.find(PatternRow, { id: { $in: run.patterns.map(({ id }) => id) } });
  if (saved.filter((row) => row.evidence.basis === 'shared').length >= sharedInRun) {
    throw new Rejection(
      'too_many_shared',
      `Chance may explain this one, and ${sharedInRun} such patterns were saved in this run: use a candidate beyond chance.`,
    );
  }
}

function differ(row: PatternRow, words: Words): boolean {
  return (
    row.description !== words.description ||
    row.category !== words.category ||
    (row.name !== words.name && !row.namedByOperator) ||
    JSON.stringify(row.questionPrompts) !== JSON.stringify(words.questionPrompts)
  );
}

async function reword(em: EntityManager, row: PatternRow, words: Words): Promise<void> {
  if (!row.namedByOperator && row.name !== words.name) {
    const folded = foldName(words.name);
    if ((await em.count(PatternRow, { nameFolded: folded, id: { $ne: row.id } })) > 0) {
      throw new Rejection(
        'name_taken',
        `"${words.name}" is the name of another pattern: choose another name.`,
      );
    }
    row.name = words.name;
    row.nameFolded = folded;
  }
  row.description = words.description;
  row.category = words.category;
  row.questionPrompts = [...words.questionPrompts];
}
