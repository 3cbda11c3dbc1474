import { Injectable } from '@nestjs/common';
import type { Rule } from '@warren/contracts';
import { Shutdown } from '@warren/messaging';
import type { Membership } from '@warren/mining';
import type {
  EvaluatedRule,
  KnownCandidate,
  MemberBatches,
  MinedAnalysis,
  MinedCandidate,
} from './mining-jobs.ts';
import { MiningLimits, MiningSettings } from './mining-settings.ts';
import { MiningThread } from './mining-thread.ts';
import { post } from './posted-membership.ts';

/** At the end of the service what computes may go on for so long; then it is told to stop while replies still leave. */
const stoppingMs = 3_000;

/**
 * Computes off the event loop. Analyses have a thread of their own, so that a long one delays neither the judging of
 * rules nor the changes of the membership, and so that each finds what the one before it kept.
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
    this.rules = new MiningThread('the judging of rules', limits);
    shutdown?.register({
      name: 'mining threads',
      stopIntake: () => this.stopSoon(),
      close: async () => this.close(),
    });
  }

  /**
   * Mines a membership, restricted to candidates with one of the facets of `focus`.
   * @throws ServiceUnavailable where too many wait, DeadlineExceeded where it takes too long
   */
  async mine(
    membership: Membership,
    focus?: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<MinedAnalysis> {
    const input = { membership: post(membership), settings: this.settings, focus };
    return this.analyses.inPlace(() => this.analyses.run('mine', input, signal));
  }

  /** Judges rules one by one, so that between two of them others have their turn. Fails as `mine` does. */
  async evaluate(
    membership: Membership,
    rules: readonly { rule: Rule; known: KnownCandidate | undefined }[],
    signal?: AbortSignal,
  ): Promise<EvaluatedRule[]> {
    return this.rules.inPlace(async () => {
      const judged: EvaluatedRule[] = [];
      for (const { rule, known } of rules) {
        const input = { membership: post(membership), settings: this.settings, rule, known };
        judged.push(await this.rules.run('judge', input, signal));
      }
      return judged;
    });
  }

  /** What a focus found, as judged, beside what the whole shows of it. Fails as `mine` does. */
  async unite(
    membership: Membership,
    found: readonly MinedCandidate[],
    judged: readonly EvaluatedRule[],
    ofWhole: readonly MinedCandidate[],
    signal?: AbortSignal,
  ): Promise<MinedCandidate[]> {
    const judgements = judged.map(({ member_ids: _ids, sides: _sides, pairs: _pairs, ...rest }) => rest);
    const input = { membership: post(membership), found, judgements, ofWhole };
    return this.rules.inPlace(() => this.rules.run('unite', input, signal));
  }

  /** Builds the membership of all members. */
  async build(members: MemberBatches): Promise<Membership> {
    return this.rules.run('build', members);
  }

  /** The membership after some members came or changed and others, by their ids, have gone. */
  async change(membership: Membership, present: MemberBatches, gone: readonly number[]): Promise<Membership> {
    const input = { membership: post(membership), present, gone };
    const { facets = membership.facets, ...arrays } = await this.rules.run('change', input);
    return { ...arrays, facets };
  }

  private stopSoon(): void {
    this.stopping = setTimeout(() => {
      this.analyses.stop();
      this.rules.stop();
    }, stoppingMs);
  }

  /** Ends both threads, whatever they do. */
  async close(): Promise<void> {
    clearTimeout(this.stopping);
    await Promise.all([this.analyses.close(), this.rules.close()]);
  }
}
