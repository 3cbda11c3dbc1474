import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { HoldReason, PatternCategory, PatternChange, Reading } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { digestOf, kindOf, releasedKindsOf, unreleased } from '../holding/hold.ts';
import { PublicationSettings } from '../publication/publication-settings.ts';
import { announcementOf, isOutdated } from '../publication/publication.ts';
import type { Standing } from '../publication/publication.ts';
import { foldName } from './fold-name.ts';
import { difference, sumOf } from './life-cycle.ts';
import type { Change } from './life-cycle.ts';
import { PatternObservationRow } from './pattern-observation.entity.ts';
import { PatternVersionRow } from './pattern-version.entity.ts';
import { PatternRow } from './pattern.entity.ts';
import { renderDescription } from './placeholders.ts';
import { savedEvent } from './saved-event.ts';

/** The text and category of a pattern, as an analyst writes them. */
export interface PatternText {
  readonly name: string;
  readonly description: string;
  readonly category: PatternCategory;
  readonly questionPrompts: readonly string[];
}

/** What a second reader said of a text, and the digest of what it was given; null of text that no model wrote. */
export interface TextReading {
  readonly reading: Reading | null;
  readonly readText: string | null;
}

/** The author of a change, and the run it belongs to. */
export interface Author {
  readonly analyst: string;
  readonly runId: number | null;
}

/**
 * Writes patterns inside the caller's transaction: a version and, if consumers are told of the pattern, its event
 * together, and neither if nothing changed.
 */
@Injectable()
export class PatternStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly publication: PublicationSettings,
  ) {}

  /** @param reasons why the pattern waits for the operator; none publishes it */
  async create(
    em: EntityManager,
    text: PatternText & Partial<TextReading>,
    measured: MeasuredEvidence,
    author: Author,
    reasons: readonly HoldReason[],
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
      heldAt: reasons.length > 0 ? now : null,
      holdReasons: [...reasons],
      reading: text.reading ?? null,
      readText: text.readText ?? null,
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
   * Records an evaluation; adds a version and an event only if members, basis or state changed, if the pattern is to be
   * held from now on, or if consumers know of it what they are no longer to know. A retired pattern that still does not
   * hold keeps its members and their numbers; a dismissed one is not touched.
   * @param reasons all reasons to hold the pattern; those that the operator released it for are ignored
   * @returns whether a version was added
   */
  async recordEvaluation(
    em: EntityManager,
    pattern: PatternRow,
    measured: MeasuredEvidence & { holds: boolean },
    author: Author,
    reasons: readonly HoldReason[],
  ): Promise<boolean> {
    const before = pattern.relatedMemberIds;
    if (pattern.dismissed) {
      return false;
    }
    const isHeldNow = hold(pattern, reasons);
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
      if (isHeldNow) {
        this.newVersion(em, pattern, 'held', author);
      }
      return isHeldNow;
    }
    const same =
      sameMembers &&
      pattern.evidence.basis === measured.evidence.basis &&
      pattern.isActive === measured.holds;
    const isTold =
      !isHeldNow && !isOutdated(pattern.publication, standingOf(pattern), this.publication.smallestGroup);
    if (author.runId !== null || !same) {
      await this.observe(em, pattern, measured, before, author.runId);
    }
    this.setEvidence(pattern, measured.evidence);
    if (same && isTold) {
      return false;
    }
    const moved = measured.holds ? 'reactivated' : 'retired';
    const change = isHeldNow ? 'held' : pattern.isActive === measured.holds ? 'updated' : moved;
    pattern.relatedMemberIds = [...measured.memberIds];
    pattern.memberCount = measured.memberIds.length;
    pattern.isActive = measured.holds;
    this.newVersion(em, pattern, change, author);
    return true;
  }

  /**
   * Sets the members and evidence of a retired or dismissed pattern to today's, and holds it for these reasons, but for
   * those that it was released for. The caller adds the version.
   */
  async reactivate(
    em: EntityManager,
    pattern: PatternRow,
    today: MeasuredEvidence,
    reasons: readonly HoldReason[],
  ): Promise<void> {
    await this.observe(em, pattern, { ...today, holds: true }, pattern.relatedMemberIds, null);
    pattern.relatedMemberIds = [...today.memberIds];
    pattern.memberCount = today.memberIds.length;
    pattern.evidence = today.evidence;
    hold(pattern, reasons);
  }

  /** Releases a held pattern, which is remembered for its reasons and its text; the caller adds the version. */
  release(pattern: PatternRow): void {
    pattern.releasedKinds = [
      ...new Set([...releasedKindsOf(pattern), ...pattern.holdReasons.map(kindOf)]),
    ].sort();
    pattern.releasedText = digestOf(pattern);
    pattern.heldAt = null;
    pattern.holdReasons = [];
  }

  /** Changes words without undoing a release: what the operator writes, and what an erasure leaves. */
  rewrite(pattern: PatternRow, change: () => void): void {
    const released = releasedKindsOf(pattern);
    change();
    if (released.size > 0) {
      pattern.releasedText = digestOf(pattern);
    }
  }

  /** Adds a version of a changed pattern and publishes it if consumers are told of it. */
  newVersion(em: EntityManager, pattern: PatternRow, change: PatternChange, author: Author): void {
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

  private publish(em: EntityManager, pattern: PatternRow, change: PatternChange, author: Author): void {
    // A pattern that the operator dismissed may well hold.
    const holds = pattern.isActive || pattern.dismissed;
    const description = renderDescription(pattern.description, pattern.evidence, holds);
    const announcement = announcementOf(
      pattern.publication,
      standingOf(pattern),
      change,
      this.publication.smallestGroup,
    );
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
        published: announcement !== undefined,
        reading: pattern.reading ?? null,
      }),
    );
    if (announcement !== undefined) {
      pattern.publication = announcement.publication;
      this.outbox.add(em, 'pattern.saved', savedEvent(pattern, description, announcement, author.runId));
    }
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

/** Holds a pattern that is not held yet for the reasons that it was not released for. @returns whether it is held by this */
function hold(pattern: PatternRow, reasons: readonly HoldReason[]): boolean {
  const open = unreleased(pattern, reasons);
  if (open.length === 0) {
    return false;
  }
  const wasHeld = isHeld(pattern);
  if (JSON.stringify(pattern.holdReasons) !== JSON.stringify(open)) {
    pattern.holdReasons = open;
  }
  pattern.heldAt ??= new Date();
  return !wasHeld;
}

/** Checks whether a pattern waits for the operator. */
export function isHeld({ heldAt }: PatternRow): boolean {
  return heldAt !== null && heldAt !== undefined;
}

function standingOf(pattern: PatternRow): Standing {
  return { isActive: pattern.isActive, isHeld: isHeld(pattern), memberCount: pattern.memberCount };
}

function changeOf({ joined, leftIds }: PatternObservationRow): Change {
  return { joined, left: leftIds };
}

function asColumns({ joined, left }: Change): { joined: number[]; leftIds: number[] } {
  return { joined: [...joined], leftIds: [...left] };
}
