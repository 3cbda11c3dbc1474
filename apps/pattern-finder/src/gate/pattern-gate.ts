import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Candidate, HoldReason, PatternCategory, Quote, Rule } from '@warren/contracts';
import { denies } from '@warren/facets';
import { RequestClient } from '@warren/messaging';
import { evidenceOfQuotes, evidenceOfRule } from '../evidence/measured-evidence.ts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { Rejection, unknownPattern } from '../evidence/rejection.ts';
import { verifyQuotes } from '../evidence/verified-quotes.ts';
import { PatternCheck } from '../holding/pattern-check.ts';
import type { MemberWords } from '../holding/singled-out.ts';
import { PatternEvaluator } from '../patterns/pattern-evaluator.ts';
import type { EvaluatedPattern } from '../patterns/pattern-evaluator.ts';
import type { PatternText, TextReading } from '../patterns/pattern-store.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';
import { cleanText } from '../run-state/clean-text.ts';
import { carriedFacetsOf } from './carried-facets.ts';
import { checkNamedFacets, textsOf } from './check-facets.ts';
import { checkOwnWords } from './check-own-words.ts';
import { checkQuantities } from './check-quantities.ts';
import { checkText } from './check-text.ts';
import { Community } from './community.ts';
import type { PatternClaim } from './pattern-claim.ts';
import { assertCarried, digestOfSubject, readSubjectOf, unread } from './second-reader.ts';
import type { SecondReader } from './second-reader.ts';

/** Quotes of one pattern, over all runs. */
const mostQuotes = 200;

/** A claim that passed the gate, ready to be saved in a transaction. */
export interface CheckedSave {
  readonly text: PatternText;
  readonly measured: MeasuredEvidence;
  readonly patternId: number | undefined;
  /** Fingerprint of the quotes that this adds to, where it does. */
  readonly grownFrom?: string | undefined;
  /** Why the pattern is to wait for the operator; none where it may be published. */
  readonly reasons: readonly HoldReason[];
  /** What a second reader said of the words that the pattern will have. */
  readonly read: TextReading;
}

/** The gate before every save, for every analyst: members and numbers are computed, and the text is checked against them. */
@Injectable()
export class PatternGate {
  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly evaluator: PatternEvaluator,
    private readonly patternCheck: PatternCheck,
    private readonly community: Community,
  ) {}

  /**
   * Evaluates a claim, decides its basis, checks its text, and whether the pattern is to be held; nothing is written.
   * @param shown what members wrote whom the analyst has read
   * @param reader reads the text once it has passed all else; without one, quotes are held
   * @throws Rejection with what to change
   */
  async check(
    claim: PatternClaim,
    candidates: readonly Pick<Candidate, 'id' | 'rule'>[],
    shown: readonly MemberWords[],
    signal: AbortSignal,
    reader?: SecondReader,
  ): Promise<CheckedSave> {
    const text = cleaned(claim);
    const grown = await this.quotesToGrow(claim);
    const measured =
      grown === undefined
        ? await this.evidenceFor(claim, text, candidates, signal)
        : await this.evidenceForQuotes(claim.quotes ?? [], text, signal, grown.evidence.quotes);
    checkText(text, measured.evidence, this.community.name);
    checkOwnWords(text, measured.evidence, shown);
    const { rule } = measured.evidence;
    const members = rule !== undefined ? { rule } : { member_ids: [...measured.memberIds] };
    const reply = await this.requests.ask(
      'community.named-facets',
      { texts: textsOf(text, measured.evidence), ...members },
      { signal },
    );
    const carried = carriedFacetsOf(reply);
    checkNamedFacets(text, reply.named, measured.evidence, this.community.name, carried);
    checkQuantities(text, reply.named, measured.evidence, carried);
    const { reasons, read } = await this.secondCheck(text, measured, claim.pattern_id, shown, signal, reader);
    return { text, measured, patternId: claim.pattern_id, grownFrom: grown?.fingerprint, reasons, read };
  }

  /** Checks the words that the pattern will have: one that was saved before keeps its own unless the claim names it. */
  private async secondCheck(
    text: PatternText,
    measured: MeasuredEvidence,
    patternId: number | undefined,
    shown: readonly MemberWords[],
    signal: AbortSignal,
    reader: SecondReader | undefined,
  ): Promise<{ reasons: HoldReason[]; read: TextReading }> {
    const { evidence, memberIds, fingerprint } = measured;
    const em = this.em.fork();
    const saved = await em.findOne(PatternRow, patternId === undefined ? { fingerprint } : { id: patternId });
    const words = saved === null || patternId !== undefined ? text : saved;
    const namedByOperator = saved?.namedByOperator === true;
    const name = namedByOperator ? saved.name : words.name;
    const { description, questionPrompts } = words;
    const toRead = { name: namedByOperator ? null : name, description, questionPrompts };
    const read = await readingOf(toRead, measured, saved, words === text, reader);
    const pattern = {
      ...{ name, description, questionPrompts, evidence, memberIds, namedByOperator },
      reading: read.reading,
    };
    const reasons = await this.patternCheck.reasonsToHold(pattern, words === text ? shown : [], signal);
    return { reasons, read };
  }

  /** Evaluates and checks a saved pattern on today's data; undefined if it no longer holds. */
  async evaluateSaved(patternId: number): Promise<EvaluatedPattern | undefined> {
    const row = await this.em.fork().findOne(PatternRow, patternId);
    const measured = row === null ? undefined : await this.evaluator.evaluate(row);
    return measured?.holds === true ? measured : undefined;
  }

  private async evidenceFor(
    claim: PatternClaim,
    text: PatternText,
    candidates: readonly Pick<Candidate, 'id' | 'rule'>[],
    signal: AbortSignal,
  ): Promise<MeasuredEvidence> {
    if (claim.quotes !== undefined) {
      return this.evidenceForQuotes(claim.quotes, text, signal);
    }
    const rule = claim.rule ?? candidates.find(({ id }) => id === claim.candidate_id)?.rule;
    if (rule !== undefined) {
      return this.evidenceForRule(claim.category, rule, signal);
    }
    if (claim.candidate_id === undefined && claim.pattern_id !== undefined) {
      return this.evidenceOfSaved(claim.pattern_id, claim.category);
    }
    throw new Rejection(
      'unknown_candidate',
      `There is no candidate ${claim.candidate_id ?? ''}: use an id of the analysis, or give a rule.`,
    );
  }

  private async evidenceForRule(
    category: PatternCategory,
    rule: Rule,
    signal: AbortSignal,
  ): Promise<MeasuredEvidence> {
    const { evaluations, min_members } = await this.requests.ask(
      'community.evaluate-rules',
      { rules: [rule] },
      { signal },
    );
    const [evaluation] = evaluations;
    if (evaluation === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    return evidenceOfRule(category, evaluation, min_members);
  }

  /** The pattern on quotes whose id a claim gives with further ones, which are added to its own. */
  private async quotesToGrow({ pattern_id, quotes }: PatternClaim): Promise<PatternRow | undefined> {
    if (pattern_id === undefined || quotes === undefined) {
      return undefined;
    }
    const row = await this.em.fork().findOne(PatternRow, pattern_id);
    return row === null || row.evidence.quotes === undefined ? undefined : row;
  }

  /** @param earlier quotes that were verified before; those that no longer are drop out */
  private async evidenceForQuotes(
    quotes: readonly Quote[],
    text: PatternText,
    signal: AbortSignal,
    earlier: readonly Quote[] = [],
  ): Promise<MeasuredEvidence> {
    const all = [...earlier, ...quotes];
    const { verdicts, total_active_members, min_members } = await verifyQuotes(this.requests, all, signal);
    // By position and not by member id: rejections are stored with the run, and an erased member must not stay in them.
    const unverified = verdicts
      .slice(earlier.length)
      .flatMap(({ verified, reason }, at) =>
        verified ? [] : [`Quote ${at + 1}: ${reason ?? 'not verbatim'}`],
      );
    if (unverified.length > 0) {
      throw new Rejection('quote_not_verbatim', unverified.join(' '));
    }
    const turned = verdicts.slice(earlier.length).findIndex(({ turned_by }) => turned_by !== undefined);
    if (turned >= 0 && !denies(`${text.name} ${text.description}`)) {
      throw new Rejection(
        'quote_not_verbatim',
        `Quote ${turned + 1}: its whole sentence says otherwise ("${verdicts[earlier.length + turned]?.turned_by ?? ''}"), and the words ` +
          'of the pattern do not: quote the whole sentence and say what it says, or quote something else.',
      );
    }
    const verified = verdicts.filter((verdict) => verdict.verified).map((verdict) => verdict.quote);
    const each = [...new Map(verified.map((quote) => [JSON.stringify(quote), quote])).values()];
    if (each.length > mostQuotes) {
      throw new Rejection(
        'invalid_input',
        `quotes: a pattern has at most ${mostQuotes}, and with these it has ${each.length}: add fewer.`,
      );
    }
    return evidenceOfQuotes(each, total_active_members, min_members);
  }

  /** Evaluates the pattern's own rule or quotes, if only its text is to change. */
  private async evidenceOfSaved(patternId: number, category: PatternCategory): Promise<MeasuredEvidence> {
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
    const measured = await this.evaluator.evaluate(row);
    if (!measured.holds) {
      throw new Rejection('rule_mismatch', `Pattern ${patternId} holds no more today: leave it.`);
    }
    return measured;
  }
}

/**
 * What a second reader says of the words that a pattern will have. What was read before is not read again, and of words
 * that a saved pattern keeps only those are read that stand on quotes and have no verdict.
 * @throws Rejection if the analyst's words go beyond the evidence
 */
async function readingOf(
  words: Parameters<typeof readSubjectOf>[0],
  { evidence, memberIds }: MeasuredEvidence,
  saved: PatternRow | null,
  isOfAnalyst: boolean,
  reader: SecondReader | undefined,
): Promise<TextReading> {
  const before = { reading: saved?.reading ?? null, readText: saved?.readText ?? null };
  if (!isOfAnalyst && (evidence.basis !== 'quotes' || saved?.dismissed === true)) {
    return before;
  }
  const subject = readSubjectOf(words, evidence, memberIds.length);
  const readText = digestOfSubject(subject);
  const isRead = before.readText === readText && before.reading?.verdict !== 'none';
  const reading = isRead ? before.reading : await reader?.(subject, readText);
  if (reading === undefined || reading === null) {
    const isHeld = evidence.basis === 'quotes';
    return { reading: isHeld ? unread('no_model') : null, readText: isHeld ? readText : null };
  }
  if (isOfAnalyst) {
    assertCarried(reading);
  }
  return { reading, readText };
}

/** Removes invisible characters from the text. @throws Rejection if too little is left */
function cleaned({ name, description, category, question_prompts }: PatternClaim): PatternText {
  const text = {
    name: cleanText(name),
    description: cleanText(description, true),
    category,
    questionPrompts: question_prompts.map((prompt) => cleanText(prompt)),
  };
  const short = [
    text.name.length < 3,
    text.description.length < 10,
    text.questionPrompts.some((q) => q.length < 5),
  ];
  if (short.includes(true)) {
    throw new Rejection(
      'invalid_input',
      'Too little is left without characters that cannot be seen: write plain words.',
    );
  }
  if (
    new Set(text.questionPrompts.map((prompt) => prompt.toLocaleLowerCase('en'))).size <
    text.questionPrompts.length
  ) {
    throw new Rejection(
      'invalid_input',
      'question_prompts: two of the questions are the same; ask different ones.',
    );
  }
  return text;
}
