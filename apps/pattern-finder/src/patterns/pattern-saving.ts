import { LockMode } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Candidate, SavePatternInput, SavedPattern } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { RunRow } from '../runs/run.entity.ts';
import { foldName } from './fold-name.ts';
import { NameTaken, Refused, groundsOfQuotes, groundsOfRule } from './grounds.ts';
import type { Grounds } from './grounds.ts';
import { PatternStore } from './pattern-store.ts';
import type { Author, Words } from './pattern-store.ts';
import { PatternRow } from './pattern.entity.ts';
import { checkName, checkWords } from './prose.ts';
import { GateSettings } from '../settings.ts';

/** A save that passed the gate and waits for its transaction. */
export interface CheckedSave {
  readonly words: Words;
  readonly grounds: Grounds;
  readonly patternId: number | undefined;
}

/** `shared` patterns Claude may save in one run. */
const sharedInRun = 4;
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** The only way a run saves a pattern: the gate first, with members and numbers computed, then one transaction. */
@Injectable()
export class PatternSaving {
  constructor(
    private readonly requests: RequestClient,
    private readonly store: PatternStore,
    private readonly gate: GateSettings,
  ) {}

  /** Measures the claim and decides its basis. @throws Refused with what to change */
  async check(
    input: SavePatternInput,
    candidates: readonly Candidate[],
    stopped: AbortSignal,
  ): Promise<CheckedSave> {
    const grounds = await this.groundsOf(input, candidates, stopped);
    checkName(input.name, grounds.evidence);
    checkWords(input.description, 'description', grounds.evidence);
    input.question_prompts.forEach((prompt) => checkWords(prompt, 'question_prompts', grounds.evidence));
    return {
      patternId: input.pattern_id,
      grounds,
      words: {
        name: input.name,
        description: input.description,
        category: input.category,
        questionPrompts: input.question_prompts,
      },
    };
  }

  /**
   * Saves inside the caller's transaction, which holds the run's row. The pattern is found again by id, then by
   * fingerprint; its words change only where the analyst names its id.
   */
  async save(em: EntityManager, run: RunRow, checked: CheckedSave): Promise<SavedPattern> {
    const author: Author = { analyst: run.analyst, runId: run.id };
    const existing = await this.find(em, checked);
    const pattern =
      existing === null
        ? await this.create(em, run, checked, author)
        : await this.update(em, existing, checked, author);
    const met = run.patterns.find(({ id }) => id === pattern.id);
    if (met === undefined) {
      run.startsWithoutProgress = 0;
    }
    const saved = { id: pattern.id, name: pattern.name, created: met?.created ?? existing === null };
    run.patterns = [...run.patterns.filter(({ id }) => id !== pattern.id), saved];
    return saved;
  }

  private async groundsOf(
    input: SavePatternInput,
    candidates: readonly Candidate[],
    signal: AbortSignal,
  ): Promise<Grounds> {
    if (input.quotes !== undefined) {
      const { verdicts, total_active_members } = await this.requests.ask(
        'community.verify-quotes',
        { quotes: input.quotes },
        { signal },
      );
      // By place and not by member: refusals are kept with the run, and an erased member must not stay in them.
      const wrong = verdicts.flatMap(({ verified, reason }, at) =>
        verified ? [] : [`Quote ${at + 1}: ${reason ?? 'not verbatim'}`],
      );
      if (wrong.length > 0) {
        throw new Refused(wrong.join(' '));
      }
      const quotes = verdicts.map((verdict) => verdict.quote);
      return groundsOfQuotes(quotes, total_active_members, this.gate.minMembers);
    }
    const rule = input.rule ?? candidates.find(({ id }) => id === input.candidate_id)?.rule;
    if (rule === undefined) {
      throw new Refused(
        `There is no candidate ${input.candidate_id ?? ''}: use an id of the analysis, or give a rule.`,
      );
    }
    const { evaluations } = await this.requests.ask(
      'community.evaluate-rules',
      { rules: [rule] },
      { signal },
    );
    const [measured] = evaluations;
    if (measured === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    return groundsOfRule(input.category, measured, this.gate.minMembers);
  }

  private async find(
    em: EntityManager,
    { patternId, grounds, words }: CheckedSave,
  ): Promise<PatternRow | null> {
    if (patternId !== undefined) {
      const byId = await em.findOne(PatternRow, patternId, locked);
      if (byId === null) {
        throw new Refused(`There is no pattern ${patternId}: leave pattern_id out to make a new one.`);
      }
      if (byId.fingerprint !== grounds.fingerprint) {
        throw new Refused(
          `Pattern ${patternId} stands on another rule: leave pattern_id out to make a new one.`,
        );
      }
      return byId;
    }
    const same = await em.findOne(PatternRow, { fingerprint: grounds.fingerprint }, locked);
    if (same === null && (await em.count(PatternRow, { nameFolded: foldName(words.name) })) > 0) {
      throw new NameTaken(`"${words.name}" is the name of a pattern with another rule: choose another name.`);
    }
    return same;
  }

  private async create(
    em: EntityManager,
    run: RunRow,
    checked: CheckedSave,
    author: Author,
  ): Promise<PatternRow> {
    const { basis } = checked.grounds.evidence;
    if (basis === 'shared' && run.analyst === 'claude') {
      const ids = run.patterns.map(({ id }) => id);
      const saved = await em.find(PatternRow, { id: { $in: ids } });
      if (saved.filter((row) => row.evidence.basis === 'shared').length >= sharedInRun) {
        throw new Refused(
          `Chance may explain this one, and ${sharedInRun} such patterns were saved in this run: use a candidate beyond chance.`,
        );
      }
    }
    return this.store.create(em, checked.words, checked.grounds, author);
  }

  private async update(
    em: EntityManager,
    row: PatternRow,
    checked: CheckedSave,
    author: Author,
  ): Promise<PatternRow> {
    if (row.dismissed) {
      throw new Refused(`The operator dismissed this pattern ("${row.name}"): leave it.`);
    }
    const { words, grounds } = checked;
    const reworded =
      checked.patternId !== undefined &&
      (row.description !== words.description ||
        row.category !== words.category ||
        (row.name !== words.name && !row.namedByOperator) ||
        JSON.stringify(row.questionPrompts) !== JSON.stringify(words.questionPrompts));
    if (reworded) {
      await this.reword(em, row, words);
    }
    const told = await this.store.remeasure(em, row, { ...grounds, holds: true }, author);
    if (reworded && !told) {
      this.store.newVersion(em, row, 'updated', author);
    }
    return row;
  }

  private async reword(em: EntityManager, row: PatternRow, words: Words): Promise<void> {
    if (!row.namedByOperator && row.name !== words.name) {
      const folded = foldName(words.name);
      if ((await em.count(PatternRow, { nameFolded: folded, id: { $ne: row.id } })) > 0) {
        throw new NameTaken(`"${words.name}" is the name of another pattern: choose another name.`);
      }
      row.name = words.name;
      row.nameFolded = folded;
    }
    row.description = words.description;
    row.category = words.category;
    row.questionPrompts = [...words.questionPrompts];
  }
}
