import { Injectable } from '@nestjs/common';
import type { Rule } from '@warren/contracts';
import { Shutdown } from '@warren/messaging';
import type { Membership, ProposedIntroductions } from '@warren/mining';
import type {
  EvaluatedRule,
  IntroductionInput,
  KnownCandidate,
  MemberBatches,
  MinedAnalysis,
  MinedCandidate,
} from './mining-jobs.ts';
import { MiningLimits, MiningSettings } from './mining-settings.ts';
import { MiningThread } from './mining-thread.ts';
import { postMembership } from './posted-membership.ts';

/** Grace period for running computations at shutdown; then they are cancelled while replies can still be sent. */
const shutdownGraceMs = 3_000;
const none: ReadonlySet<string> = new Set();

/**
 * Computes off the event loop. Analyses have a thread of their own, so that a long one delays neither the evaluation of
 * rules nor changes of the membership, and so that each can reuse what the previous one cached.
 */
@Injectable()
export class MiningPool {
  private readonly analyses: MiningThread;
  private readonly rules: MiningThread;
  private stopping: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: MiningSettings,
    limits: MiningLimits,
    shutdown?: Shutdown,
  ) {
    this.analyses = new MiningThread('the analysis', limits);
    this.rules = new MiningThread('the evaluation of rules', limits);
    shutdown?.register({
      name: 'mining threads',
      stopIntake: () => this.stopSoon(),
      close: async () => this.close(),
    });
  }

  /**
   * Mines a membership, restricted to candidates with one of the facets of `focus`; `untested` are facets that take no part
   * in tests beyond chance.
   * @throws ServiceUnavailable if too many wait, DeadlineExceeded if it takes too long
   */
  async mine(
    membership: Membership,
    focus?: ReadonlySet<string>,
    signal?: AbortSignal,
    untested = none,
  ): Promise<MinedAnalysis> {
    const input = { membership: postMembership(membership), settings: this.settings, focus, untested };
    return this.analyses.withSlot(() => this.analyses.run('mine', input, signal));
  }

  /** Evaluates rules one by one, so that other jobs run in between. Fails as `mine` does. */
  async evaluate(
    membership: Membership,
    rules: readonly { rule: Rule; known: KnownCandidate | undefined }[],
    signal?: AbortSignal,
    untested = none,
  ): Promise<EvaluatedRule[]> {
    return this.rules.withSlot(async () => {
      const evaluated: EvaluatedRule[] = [];
      for (const { rule, known } of rules) {
        const posted = postMembership(membership);
        const input = { membership: posted, settings: this.settings, rule, known, untested };
        evaluated.push(await this.rules.run('evaluate', input, signal));
      }
      return evaluated;
    });
  }

  /** Combines the evaluated findings of a focus with the candidates of the whole community in it. Fails as `mine` does. */
  async unite(
    membership: Membership,
    found: readonly MinedCandidate[],
    evaluated: readonly EvaluatedRule[],
    ofWhole: readonly MinedCandidate[],
    signal?: AbortSignal,
  ): Promise<MinedCandidate[]> {
    const evaluations = evaluated.map(({ member_ids: _ids, sides: _sides, pairs: _pairs, ...rest }) => rest);
    const input = { membership: postMembership(membership), found, evaluations, ofWhole };
    return this.rules.withSlot(() => this.rules.run('unite', input, signal));
  }

  /** Proposes introductions. Fails as `mine` does. */
  async introduce(
    membership: Membership,
    input: IntroductionInput,
    signal?: AbortSignal,
  ): Promise<ProposedIntroductions> {
    const posted = { membership: postMembership(membership), ...input };
    return this.rules.withSlot(() => this.rules.run('introduce', posted, signal));
  }

  /** Builds the membership of all members. */
  async build(members: MemberBatches): Promise<Membership> {
    return this.rules.run('build', members);
  }

  /** Applies changes to a membership: members who joined or changed, and ids of those who left. */
  async change(membership: Membership, present: MemberBatches, gone: readonly number[]): Promise<Membership> {
    const input = { membership: postMembership(membership), present, gone };
    const { facets = membership.facets, ...arrays } = await this.rules.run('change', input);
    return { ...arrays, facets };
  }

  private stopSoon(): void {
    this.stopping = setTimeout(() => {
      this.analyses.stop();
      this.rules.stop();
    }, shutdownGraceMs);
  }

  /** Ends both threads, even during a job. */
  async close(): Promise<void> {
    clearTimeout(this.stopping);
    await Promise.all([this.analyses.close(), this.rules.close()]);
  }
}
