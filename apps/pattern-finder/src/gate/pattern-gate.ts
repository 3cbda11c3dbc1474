import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Candidate, SavePatternInput } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { GateSettings } from '../settings.ts';
import { checkNamedFacets, textsOf } from './check-facets.ts';
import { checkWords } from './check-text.ts';
import { cleanText } from '../run-state/clean-text.ts';
import { groundsOfQuotes, evidenceOfRule } from '../evidence/measured-evidence.ts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { PatternEvaluator } from '../patterns/pattern-evaluator.ts';
import type { Words } from '../patterns/pattern-store.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';
import { Rejection, unknownPattern } from '../evidence/rejection.ts';

/** A save that passed the gate and waits for its transaction. */
export interface CheckedSave {
  readonly words: Words;
  readonly grounds: MeasuredEvidence;
  readonly patternId: number | undefined;
}

/** The gate before every save, whichever analyst: members and numbers are computed, and the words must hold by them. */
@Injectable()
export class PatternGate {
  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly measuring: PatternEvaluator,
    private readonly settings: GateSettings,
  ) {}

  /** Measures the claim, decides its basis and checks its words; nothing is written. @throws Refused with what to change */
  async check(
    input: SavePatternInput,
    candidates: readonly Pick<Candidate, 'id' | 'rule'>[],
    signal: AbortSignal,
  ): Promise<CheckedSave> {
    const words = cleaned(input);
    const grounds = await this.groundsOf(input, candidates, signal);
    checkWords(words, grounds.evidence, this.settings.communityName);
    const { named } = await this.requests.ask(
      'community.named-facets',
      { texts: textsOf(words, grounds.evidence) },
      { signal },
    );
    checkNamedFacets(words, named, grounds.evidence, this.settings.communityName);
    return { words, grounds, patternId: input.pattern_id };
  }

  /** A saved pattern on today's data, as the run meets it again; undefined where it holds no more. */
  async today(patternId: number): Promise<MeasuredEvidence | undefined> {
    const row = await this.em.fork().findOne(PatternRow, patternId);
    const grounds = row === null ? undefined : await this.measuring.groundsNow(row);
    return grounds?.holds === true ? grounds : undefined;
  }

  private async groundsOf(
    input: SavePatternInput,
    candidates: readonly Pick<Candidate, 'id' | 'rule'>[],
    signal: AbortSignal,
  ): Promise<MeasuredEvidence> {
    if (input.quotes !== undefined) {
      return this.quoted(input.quotes, signal);
    }
    const rule = input.rule ?? candidates.find(({ id }) => id === input.candidate_id)?.rule;
    if (rule !== undefined) {
      return this.ruled(input.category, rule, signal);
    }
    if (input.candidate_id === undefined && input.pattern_id !== undefined) {
      return this.ownGrounds(input.pattern_id, input.category);
    }
    throw new Rejection(
      'unknown_candidate',
      `There is no candidate ${input.candidate_id ?? ''}: use an id of the analysis, or give a rule.`,
    );
  }

  private async ruled(
    category: SavePatternInput['category'],
    rule: NonNullable<SavePatternInput['rule']>,
    signal: AbortSignal,
  ): Promise<MeasuredEvidence> {
    const { evaluations, min_members } = await this.requests.ask(
      'community.evaluate-rules',
      { rules: [rule] },
      { signal },
    );
    const [measured] = evaluations;
    if (measured === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    return evidenceOfRule(category, measured, min_members);
  }

  private async quoted(
    quotes: NonNullable<SavePatternInput['quotes']>,
    signal: AbortSignal,
  ): Promise<MeasuredEvidence> {
    const { verdicts, total_active_members, min_members } = await this.requests.ask(
      'community.verify-quotes',
      { quotes },
      { signal },
    );
    // By place and not by member: refusals are kept with the run, and an erased member must not stay in them.
    const wrong = verdicts.flatMap(({ verified, reason }, at) =>
      verified ? [] : [`Quote ${at + 1}: ${reason ?? 'not verbatim'}`],
    );
    if (wrong.length > 0) {
      throw new Rejection('quote_not_verbatim', wrong.join(' '));
    }
    const verified = verdicts.map((verdict) => verdict.quote);
    return groundsOfQuotes(verified, total_active_members, min_members);
  }

  /** What a pattern stands on already, where only its words shall change. */
  private async ownGrounds(
    patternId: number,
    category: SavePatternInput['category'],
  ): Promise<MeasuredEvidence> {
    const row = await this.em.fork().findOne(PatternRow, patternId);
    if (row === null) {
      throw unknownPattern(patternId);
    }
    if (row.category !== category) {
      throw new Rejection(
        'wrong_shape',
        `Pattern ${patternId} is a ${row.category}: keep that category where you give no candidate_id, rule or quotes.`,
      );
    }
    const grounds = await this.measuring.groundsNow(row);
    if (!grounds.holds) {
      throw new Rejection('other_rule', `Pattern ${patternId} holds no more today: leave it.`);
    }
    return grounds;
  }
}

/** The words without what cannot be seen. @throws Refused where too little is left */
function cleaned({ name, description, category, question_prompts }: SavePatternInput): Words {
  const words = {
    name: cleanText(name),
    description: cleanText(description, true),
    category,
    questionPrompts: question_prompts.map((prompt) => cleanText(prompt)),
  };
  const short = [
    words.name.length < 3,
    words.description.length < 10,
    words.questionPrompts.some((q) => q.length < 5),
  ];
  if (short.includes(true)) {
    throw new Rejection(
      'invalid_input',
      'Too little is left without characters that cannot be seen: write plain words.',
    );
  }
  if (
    new Set(words.questionPrompts.map((prompt) => prompt.toLocaleLowerCase('en'))).size <
    words.questionPrompts.length
  ) {
    throw new Rejection(
      'invalid_input',
      'question_prompts: two of the questions are the same; ask different ones.',
    );
  }
  return words;
}
