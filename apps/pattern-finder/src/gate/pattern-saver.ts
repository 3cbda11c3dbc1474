import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isTwoSided } from '@warren/contracts';
import type { Evidence, SavedPattern } from '@warren/contracts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { NearDuplicate, Rejection, unknownPattern } from '../evidence/rejection.ts';
import { foldName } from '../patterns/fold-name.ts';
import type { EvaluatedPattern } from '../patterns/pattern-evaluator.ts';
import { PatternStore, isHeld } from '../patterns/pattern-store.ts';
import type { Author, PatternText } from '../patterns/pattern-store.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import { memberOverlap, nearDuplicateOf, sameFamily, sameMembers } from './near-duplicates.ts';
import type { CheckedSave } from './pattern-gate.ts';

const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** Limits of what an analyst may save in one run. */
export interface SaveLimits {
  /** Patterns whose basis is `shared`, and those of two sides that are no more than a share; no limit if absent. */
  readonly shared?: number;
}

/** A pattern that a run saved, or found again; `held` if it waits for the operator. */
export type SaveOutcome = SavedPattern & { readonly held: boolean };

/** Saves patterns that have passed the gate, in the caller's transaction; the only way a run saves one. */
@Injectable()
export class PatternSaver {
  constructor(private readonly store: PatternStore) {}

  /**
   * Saves a pattern; the caller's transaction locks the run's row. An existing pattern is found by id, then by
   * fingerprint; its text changes only if the analyst gives its id.
   * @throws Rejection with what to change
   */
  async save(
    em: EntityManager,
    run: RunRow,
    checked: CheckedSave,
    limits: SaveLimits = {},
  ): Promise<SaveOutcome> {
    const author: Author = { analyst: run.analyst, runId: run.id };
    const existing = await this.find(em, checked);
    if (existing === null) {
      await assertFewShared(em, run, checked.measured, limits.shared);
      const { text, measured, reasons, read } = checked;
      const pattern = await this.store.create(em, { ...text, ...read }, measured, author, reasons);
      return recordInRun(run, pattern, true);
    }
    await this.update(em, existing, checked, author);
    return recordInRun(run, existing, false);
  }

  /** Records today's evaluation of a saved pattern in a run: an observation, and a version only if something changed. */
  async reobserve(em: EntityManager, run: RunRow, id: number, today: EvaluatedPattern): Promise<SaveOutcome> {
    const row = await em.findOneOrFail(PatternRow, id, locked);
    await this.store.recordEvaluation(
      em,
      row,
      { ...today, holds: true },
      { analyst: row.analyst, runId: run.id },
      today.reasons,
    );
    return recordInRun(run, row, false);
  }

  private async find(em: EntityManager, checked: CheckedSave): Promise<PatternRow | null> {
    const { patternId, measured, text } = checked;
    if (patternId !== undefined) {
      return this.named(em, patternId, checked);
    }
    const same = await em.findOne(PatternRow, { fingerprint: measured.fingerprint }, locked);
    if (same !== null) {
      return same;
    }
    const near = await nearDuplicateOf(em, measured);
    if (near !== undefined) {
      throw near.dismissed ? dismissed(near) : new NearDuplicate(near.id, nameFor(near));
    }
    if ((await em.count(PatternRow, { nameFolded: foldName(text.name) })) > 0) {
      throw new Rejection(
        'name_taken',
        `"${text.name}" is the name of a pattern with another rule: choose another name.`,
      );
    }
    return null;
  }

  /** Finds the pattern an analyst names, which must have the claim's rule or nearly the same members. */
  private async named(
    em: EntityManager,
    patternId: number,
    { measured, grownFrom }: CheckedSave,
  ): Promise<PatternRow> {
    const row = await em.findOne(PatternRow, patternId, locked);
    if (row === null) {
      throw unknownPattern(patternId);
    }
    if (row.dismissed || row.fingerprint === measured.fingerprint) {
      return row;
    }
    if (grownFrom !== undefined && grownFrom !== row.fingerprint) {
      throw new Rejection('rule_mismatch', `Pattern ${patternId} has just got other quotes: save it again.`);
    }
    const isTheSame =
      grownFrom !== undefined ||
      (sameFamily(row.fingerprint, measured.fingerprint) &&
        memberOverlap(row.relatedMemberIds, measured.memberIds) >= sameMembers);
    if (!isTheSame) {
      throw new Rejection(
        'rule_mismatch',
        `Pattern ${patternId} is about other members than this: give no candidate_id, rule or quotes to change its words ` +
          'alone, or leave pattern_id out to make a new pattern.',
      );
    }
    const other = await em.findOne(PatternRow, { fingerprint: measured.fingerprint });
    if (other !== null) {
      throw new NearDuplicate(other.id, nameFor(other));
    }
    row.fingerprint = measured.fingerprint;
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
    const { text, measured, reasons, read } = checked;
    if (checked.patternId !== undefined && isHeld(row)) {
      throw new Rejection('held', `Pattern ${row.id} waits for the operator: leave it as it is.`);
    }
    const reworded = checked.patternId !== undefined && differ(row, text);
    const ground = groundOf(row.evidence);
    if (reworded) {
      await reword(em, row, text);
    }
    if (JSON.stringify(row.reading ?? null) !== JSON.stringify(read.reading)) {
      row.reading = read.reading;
      row.readText = read.readText;
    }
    const evaluated = { ...measured, holds: true };
    const isNewVersion = await this.store.recordEvaluation(em, row, evaluated, author, reasons);
    if (!isNewVersion && (reworded || ground !== groundOf(measured.evidence))) {
      this.store.newVersion(em, row, 'updated', author);
    }
  }
}

/** What evidence stands on, to compare it. */
function groundOf({ rule, quotes }: Evidence): string {
  return JSON.stringify([rule ?? null, quotes ?? null]);
}

function dismissed(row: PatternRow): Rejection {
  return new Rejection('dismissed', `The operator dismissed this pattern ("${nameFor(row)}"): leave it.`);
}

/** The name of a pattern for an analyst, which is not told that of a held one. */
function nameFor(row: PatternRow): string {
  return isHeld(row) ? `pattern ${row.id}` : row.name;
}

/** Records in the run that it saved the pattern or found it again; of a held one only its id. */
function recordInRun(run: RunRow, pattern: PatternRow, created: boolean): SaveOutcome {
  const { id, name } = pattern;
  const before = run.patterns.find((saved) => saved.id === id);
  if (before === undefined) {
    run.startsWithoutProgress = 0;
  }
  const held = isHeld(pattern);
  const saved = {
    id,
    name,
    created: before?.created ?? created,
    published: pattern.publication === 'current',
  };
  const others = run.patterns.filter((other) => other.id !== id);
  run.patterns = held ? others : [...others, saved];
  const otherHeld = run.heldPatterns.filter((other) => other !== id);
  run.heldPatterns = held ? [...otherHeld, id] : otherHeld;
  return { ...saved, held };
}

async function assertFewShared(
  em: EntityManager,
  run: RunRow,
  { evidence }: MeasuredEvidence,
  limit = Infinity,
): Promise<void> {
  if (!isUnproven(evidence) || limit === Infinity) {
    return;
  }
  const ids = [...run.patterns.map(({ id }) => id), ...run.heldPatterns];
  const saved = await em.find(PatternRow, { id: { $in: ids } });
  if (saved.filter((row) => isUnproven(row.evidence)).length >= limit) {
    throw new Rejection(
      'too_many_shared',
      `Nothing but the number of members is proven of this one, and ${limit} such patterns were saved in this run: use a candidate beyond chance.`,
    );
  }
}

/** Returns whether chance may explain a pattern, or nothing but the number of its members is known. */
function isUnproven({ basis, rule }: Evidence): boolean {
  return basis === 'shared' || (basis === 'share' && rule !== undefined && isTwoSided(rule));
}

function differ(row: PatternRow, text: PatternText): boolean {
  return (
    row.description !== text.description ||
    row.category !== text.category ||
    (row.name !== text.name && !row.namedByOperator) ||
    JSON.stringify(row.questionPrompts) !== JSON.stringify(text.questionPrompts)
  );
}

async function reword(em: EntityManager, row: PatternRow, text: PatternText): Promise<void> {
  if (!row.namedByOperator && row.name !== text.name) {
    const folded = foldName(text.name);
    if ((await em.count(PatternRow, { nameFolded: folded, id: { $ne: row.id } })) > 0) {
      throw new Rejection(
        'name_taken',
        `"${text.name}" is the name of another pattern: choose another name.`,
      );
    }
    row.name = text.name;
    row.nameFolded = folded;
  }
  row.description = text.description;
  row.category = text.category;
  row.questionPrompts = [...text.questionPrompts];
}
