import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PatternCategory, PatternSaved } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { foldName } from './fold-name.ts';
import { difference, sumOf } from './life-cycle.ts';
import type { Change } from './life-cycle.ts';
import { PatternObservationRow } from './pattern-observation.entity.ts';
import { PatternVersionRow } from './pattern-version.entity.ts';
import { PatternRow } from './pattern.entity.ts';
import { renderDescription, fillPlaceholders } from './placeholders.ts';

/** Member ids in one event; more are truncated. */
const idsInEvent = 10_000;

/** The text and category of a pattern, as an analyst writes them. */
export interface PatternText {
  readonly name: string;
  readonly description: string;
  readonly category: PatternCategory;
  readonly questionPrompts: readonly string[];
}

/** The author of a change, and the run it belongs to. */
export interface Author {
  readonly analyst: string;
  readonly runId: number | null;
}

/** Writes patterns inside the caller's transaction: a version and its event together, and neither if nothing changed. */
@Injectable()
export class PatternStore {
  constructor(private readonly outbox: Outbox) {}

  async create(
    em: EntityManager,
    text: PatternText,
    measured: MeasuredEvidence,
    author: Author,
  ): Promise<PatternRow> {
    const now = new Date();
    const pattern = em.create(PatternRow, {
      name: text.name,
      nameFolded: foldName(text.name),
      description: text.description,
      category: text.category,
      questionPrompts: [...text.questionPrompts],
      memberCount: measured.memberIds.length,
      relatedMemberIds: [...measured.memberIds],
      evidence: measured.evidence,
      fingerprint: measured.fingerprint,
      isActive: true,
      version: 1,
      analyst: author.analyst,
      runId: author.runId,
      createdAt: now,
      updatedAt: now,
    });
    await em.persist(pattern).flush();
    await this.observe(em, pattern, { ...measured, holds: true }, [], author.runId);
    this.publish(em, pattern, 'created', author);
    return pattern;
  }

  /**
   * Records an evaluation; adds a version and an event only if members, basis or state changed. A retired pattern that
   * still does not hold keeps its members and their numbers; a dismissed one is not touched.
   * @returns whether a version was added
   */
  async recordEvaluation(
    em: EntityManager,
    pattern: PatternRow,
    measured: MeasuredEvidence & { holds: boolean },
    author: Author,
  ): Promise<boolean> {
    const before = pattern.relatedMemberIds;
    if (pattern.dismissed) {
      return false;
    }
    const sameMembers =
      before.length === measured.memberIds.length && before.every((id, i) => id === measured.memberIds[i]);
    if (!pattern.isActive && !measured.holds) {
      if (sameMembers) {
        this.setEvidence(pattern, measured.evidence);
      }
      // Observed even so in a run, so that the run's report has that the pattern does not hold.
      if (author.runId !== null) {
        const kept = { ...measured, memberIds: before, evidence: pattern.evidence };
        await this.observe(em, pattern, kept, before, author.runId);
      }
      return false;
    }
    const same =
      sameMembers &&
      pattern.evidence.basis === measured.evidence.basis &&
      pattern.isActive === measured.holds;
    if (author.runId !== null || !same) {
      await this.observe(em, pattern, measured, before, author.runId);
    }
    this.setEvidence(pattern, measured.evidence);
    if (same) {
      return false;
    }
    const change =
      pattern.isActive === measured.holds ? 'updated' : measured.holds ? 'reactivated' : 'retired';
    pattern.relatedMemberIds = [...measured.memberIds];
    pattern.memberCount = measured.memberIds.length;
    pattern.isActive = measured.holds;
    this.newVersion(em, pattern, change, author);
    return true;
  }

  /** Sets the members and evidence of a retired or dismissed pattern to today's. The caller adds the version. */
  async reactivate(em: EntityManager, pattern: PatternRow, today: MeasuredEvidence): Promise<void> {
    await this.observe(em, pattern, { ...today, holds: true }, pattern.relatedMemberIds, null);
    pattern.relatedMemberIds = [...today.memberIds];
    pattern.memberCount = today.memberIds.length;
    pattern.evidence = today.evidence;
  }

  /** Adds a version of a changed pattern and publishes it. */
  newVersion(em: EntityManager, pattern: PatternRow, change: PatternSaved['change'], author: Author): void {
    pattern.version += 1;
    pattern.updatedAt = new Date();
    pattern.analyst = author.analyst;
    pattern.runId = author.runId;
    this.publish(em, pattern, change, author);
  }

  private setEvidence(pattern: PatternRow, evidence: MeasuredEvidence['evidence']): void {
    if (JSON.stringify(pattern.evidence) !== JSON.stringify(evidence)) {
      pattern.evidence = evidence;
    }
  }

  private publish(
    em: EntityManager,
    pattern: PatternRow,
    change: PatternSaved['change'],
    author: Author,
  ): void {
    // A pattern that the operator dismissed may well hold.
    const holds = pattern.isActive || pattern.dismissed;
    const description = renderDescription(pattern.description, pattern.evidence, holds);
    em.persist(
      em.create(PatternVersionRow, {
        patternId: pattern.id,
        version: pattern.version,
        change,
        name: pattern.name,
        description,
        category: pattern.category,
        memberCount: pattern.memberCount,
        analyst: author.analyst,
        runId: author.runId,
        createdAt: pattern.updatedAt,
      }),
    );
    this.outbox.add(em, 'pattern.saved', {
      pattern_id: pattern.id,
      name: pattern.name,
      category: pattern.category,
      description,
      member_count: pattern.memberCount,
      related_member_ids: pattern.relatedMemberIds.slice(0, idsInEvent),
      ...(pattern.relatedMemberIds.length > idsInEvent ? { members_truncated: true as const } : {}),
      question_prompts: pattern.questionPrompts.map((prompt) => fillPlaceholders(prompt, pattern.evidence)),
      version: pattern.version,
      change,
      run_id: author.runId,
    });
  }

  /**
   * Stores one observation per pattern and run; a second evaluation in the same run corrects it. Each has who joined and
   * left since the one before it, so that the members at any of them can be derived from today's.
   */
  private async observe(
    em: EntityManager,
    pattern: PatternRow,
    measured: MeasuredEvidence & { holds: boolean },
    before: readonly number[],
    runId: number | null,
  ): Promise<void> {
    const change = difference(before, measured.memberIds);
    const columns = {
      memberCount: measured.memberIds.length,
      basis: measured.evidence.basis,
      statistics: measured.evidence.statistics,
      holds: measured.holds,
    };
    const earlier =
      runId === null ? null : await em.findOne(PatternObservationRow, { patternId: pattern.id, runId });
    if (earlier !== null) {
      const next = await em.findOne(
        PatternObservationRow,
        { patternId: pattern.id, id: { $gt: earlier.id } },
        { orderBy: { id: 'asc' } },
      );
      if (next === null) {
        em.assign(earlier, { ...columns, ...asColumns(sumOf([changeOf(earlier), change])) });
        return;
      }
      // Others have evaluated it since: the run's observation moves after theirs.
      em.assign(next, asColumns(sumOf([changeOf(earlier), changeOf(next)])));
      await em.remove(earlier).flush();
    }
    em.persist(
      em.create(PatternObservationRow, {
        patternId: pattern.id,
        runId,
        observedAt: new Date(),
        ...asColumns(change),
        ...columns,
      }),
    );
  }
}

function changeOf({ joined, leftIds }: PatternObservationRow): Change {
  return { joined, left: leftIds };
}

function asColumns({ joined, left }: Change): { joined: number[]; leftIds: number[] } {
  return { joined: [...joined], leftIds: [...left] };
}
