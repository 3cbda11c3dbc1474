import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PatternCategory, PatternSaved } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { difference, sumOf } from './life-cycle.ts';
import type { Change } from './life-cycle.ts';
import { foldName } from './fold-name.ts';
import { tellDescription, fillPlaceholders } from './placeholders.ts';
import { PatternObservationRow } from './pattern-observation.entity.ts';
import { PatternVersionRow } from './pattern-version.entity.ts';
import { PatternRow } from './pattern.entity.ts';

const idsInEvent = 10_000;

/** The words of a pattern. */
export interface Words {
  readonly name: string;
  readonly description: string;
  readonly category: PatternCategory;
  readonly questionPrompts: readonly string[];
}

/** Who makes a change, and in which run. */
export interface Author {
  readonly analyst: string;
  readonly runId: number | null;
}

/**
 * Writes patterns, always inside the caller's transaction: a version and its event stand together, and what changes
 * nothing writes neither.
 */
@Injectable()
export class PatternStore {
  constructor(private readonly outbox: Outbox) {}

  async create(
    em: EntityManager,
    words: Words,
    grounds: MeasuredEvidence,
    author: Author,
  ): Promise<PatternRow> {
    const now = new Date();
    const pattern = em.create(PatternRow, {
      name: words.name,
      nameFolded: foldName(words.name),
      description: words.description,
      category: words.category,
      questionPrompts: [...words.questionPrompts],
      memberCount: grounds.memberIds.length,
      relatedMemberIds: [...grounds.memberIds],
      evidence: grounds.evidence,
      fingerprint: grounds.fingerprint,
      isActive: true,
      version: 1,
      analyst: author.analyst,
      runId: author.runId,
      createdAt: now,
      updatedAt: now,
    });
    await em.persist(pattern).flush();
    await this.observe(em, pattern, { ...grounds, holds: true }, [], author.runId);
    this.tell(em, pattern, 'created', author);
    return pattern;
  }

  /**
   * Sets today's measurement; a version and an event come only where members, basis or standing changed. A retired
   * pattern that holds no more keeps the members it had and the numbers that belong to them, and a dismissed one everything.
   * @returns whether they did
   */
  async remeasure(
    em: EntityManager,
    pattern: PatternRow,
    grounds: MeasuredEvidence & { holds: boolean },
    author: Author,
  ): Promise<boolean> {
    const before = pattern.relatedMemberIds;
    if (pattern.dismissed) {
      return false;
    }
    const sameMembers =
      before.length === grounds.memberIds.length && before.every((id, i) => id === grounds.memberIds[i]);
    if (!pattern.isActive && !grounds.holds) {
      if (sameMembers) {
        this.setEvidence(pattern, grounds.evidence);
      }
      // Noted all the same, where a run looked: whoever reads what came of it is told that the pattern is away.
      if (author.runId !== null) {
        const kept = { ...grounds, memberIds: before, evidence: pattern.evidence };
        await this.observe(em, pattern, kept, before, author.runId);
      }
      return false;
    }
    const same =
      sameMembers && pattern.evidence.basis === grounds.evidence.basis && pattern.isActive === grounds.holds;
    if (author.runId !== null || !same) {
      await this.observe(em, pattern, grounds, before, author.runId);
    }
    this.setEvidence(pattern, grounds.evidence);
    if (same) {
      return false;
    }
    const change = pattern.isActive === grounds.holds ? 'updated' : grounds.holds ? 'reactivated' : 'retired';
    pattern.relatedMemberIds = [...grounds.memberIds];
    pattern.memberCount = grounds.memberIds.length;
    pattern.isActive = grounds.holds;
    this.newVersion(em, pattern, change, author);
    return true;
  }

  /** Takes a retired or dismissed pattern up again, as it is today. The caller tells of it. */
  async takeUp(em: EntityManager, pattern: PatternRow, today: MeasuredEvidence): Promise<void> {
    await this.observe(em, pattern, { ...today, holds: true }, pattern.relatedMemberIds, null);
    pattern.relatedMemberIds = [...today.memberIds];
    pattern.memberCount = today.memberIds.length;
    pattern.evidence = today.evidence;
  }

  /** Counts up the version of a changed pattern and tells of it. */
  newVersion(em: EntityManager, pattern: PatternRow, change: PatternSaved['change'], author: Author): void {
    pattern.version += 1;
    pattern.updatedAt = new Date();
    pattern.analyst = author.analyst;
    pattern.runId = author.runId;
    this.tell(em, pattern, change, author);
  }

  private setEvidence(pattern: PatternRow, evidence: MeasuredEvidence['evidence']): void {
    if (JSON.stringify(pattern.evidence) !== JSON.stringify(evidence)) {
      pattern.evidence = evidence;
    }
  }

  private tell(em: EntityManager, pattern: PatternRow, change: PatternSaved['change'], author: Author): void {
    // What the operator dismissed may well hold.
    const holds = pattern.isActive || pattern.dismissed;
    const description = tellDescription(pattern.description, pattern.evidence, holds);
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
   * One observation a pattern and run: measured again in the same run, it is corrected. Each says who came and went since
   * the one before it, so that the members at any of them can be told from those of today.
   */
  private async observe(
    em: EntityManager,
    pattern: PatternRow,
    grounds: MeasuredEvidence & { holds: boolean },
    before: readonly number[],
    runId: number | null,
  ): Promise<void> {
    const change = difference(before, grounds.memberIds);
    const measured = {
      memberCount: grounds.memberIds.length,
      basis: grounds.evidence.basis,
      statistics: grounds.evidence.statistics,
      holds: grounds.holds,
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
        em.assign(earlier, { ...measured, ...asColumns(sumOf([changeOf(earlier), change])) });
        return;
      }
      // Others have measured it since: the run's observation is where it measured last, after theirs.
      em.assign(next, asColumns(sumOf([changeOf(earlier), changeOf(next)])));
      await em.remove(earlier).flush();
    }
    em.persist(
      em.create(PatternObservationRow, {
        patternId: pattern.id,
        runId,
        observedAt: new Date(),
        ...asColumns(change),
        ...measured,
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
