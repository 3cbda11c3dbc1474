import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PatternCategory, PatternSaved } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { Grounds } from './grounds.ts';
import { difference } from './life-cycle.ts';
import { foldName } from './fold-name.ts';
import { tellDescription, tellWords } from './prose.ts';
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

  async create(em: EntityManager, words: Words, grounds: Grounds, author: Author): Promise<PatternRow> {
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
   * Sets today's measurement; a version and an event come only where members, basis or standing changed.
   * @returns whether they did
   */
  async remeasure(
    em: EntityManager,
    pattern: PatternRow,
    grounds: Grounds & { holds: boolean },
    author: Author,
  ): Promise<boolean> {
    const before = pattern.relatedMemberIds;
    const sameMembers =
      before.length === grounds.memberIds.length && before.every((id, i) => id === grounds.memberIds[i]);
    const same =
      sameMembers && pattern.evidence.basis === grounds.evidence.basis && pattern.isActive === grounds.holds;
    if (author.runId !== null || !same) {
      await this.observe(em, pattern, grounds, before, author.runId);
    }
    if (JSON.stringify(pattern.evidence) !== JSON.stringify(grounds.evidence)) {
      pattern.evidence = grounds.evidence;
    }
    if (same || pattern.dismissed) {
      return false;
    }
    const change = pattern.isActive === grounds.holds ? 'updated' : grounds.holds ? 'reactivated' : 'retired';
    pattern.relatedMemberIds = [...grounds.memberIds];
    pattern.memberCount = grounds.memberIds.length;
    pattern.isActive = grounds.holds;
    this.newVersion(em, pattern, change, author);
    return true;
  }

  /** Counts up the version of a changed pattern and tells of it. */
  newVersion(em: EntityManager, pattern: PatternRow, change: PatternSaved['change'], author: Author): void {
    pattern.version += 1;
    pattern.updatedAt = new Date();
    pattern.analyst = author.analyst;
    pattern.runId = author.runId;
    this.tell(em, pattern, change, author);
  }

  private tell(em: EntityManager, pattern: PatternRow, change: PatternSaved['change'], author: Author): void {
    em.persist(
      em.create(PatternVersionRow, {
        patternId: pattern.id,
        version: pattern.version,
        change,
        name: pattern.name,
        description: tellDescription(pattern.description, pattern.evidence),
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
      description: tellDescription(pattern.description, pattern.evidence),
      member_count: pattern.memberCount,
      related_member_ids: pattern.relatedMemberIds.slice(0, idsInEvent),
      ...(pattern.relatedMemberIds.length > idsInEvent ? { members_truncated: true as const } : {}),
      question_prompts: pattern.questionPrompts.map((prompt) => tellWords(prompt, pattern.evidence)),
      version: pattern.version,
      change,
      run_id: author.runId,
    });
  }

  /** One observation a pattern and run: measured again in the same run, it is corrected. */
  private async observe(
    em: EntityManager,
    pattern: PatternRow,
    grounds: Grounds & { holds: boolean },
    before: readonly number[],
    runId: number | null,
  ): Promise<void> {
    const { joined, left } = difference(before, grounds.memberIds);
    const observation =
      runId === null ? null : await em.findOne(PatternObservationRow, { patternId: pattern.id, runId });
    const measured = {
      memberCount: grounds.memberIds.length,
      basis: grounds.evidence.basis,
      statistics: grounds.evidence.statistics,
      holds: grounds.holds,
    };
    if (observation !== null) {
      em.assign(observation, measured);
      return;
    }
    em.persist(
      em.create(PatternObservationRow, {
        patternId: pattern.id,
        runId,
        observedAt: new Date(),
        joined,
        leftIds: left,
        ...measured,
      }),
    );
  }
}
