import { Injectable } from '@nestjs/common';
import type { Candidate, CommunityAnalysis, SavePatternInput } from '@warren/contracts';
import { Refused } from '../patterns/grounds.ts';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import type { RunRow } from '../runs/run.entity.ts';
import type { PatternAnalyst } from './analyst.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { RunSteps } from './run-steps.ts';
import { wordsFor } from './words-for.ts';

/** The analyst that needs no key: takes the best candidates of each category and names them by template. */
@Injectable()
export class StatisticalAnalyst implements PatternAnalyst {
  constructor(
    private readonly steps: RunSteps,
    private readonly claims: Claims,
  ) {}

  async analyse(claim: Claim, run: RunRow, signal: AbortSignal): Promise<string> {
    const analysis = await this.steps.analysis(claim, run.focusAreas);
    const unknown = unknownFocus(analysis);
    if (unknown !== undefined) {
      return unknown;
    }
    const names: string[] = [];
    for (const candidate of chooseCandidates(analysis.candidates)) {
      await this.claims.ensureMine(claim, signal);
      const saved = await this.save(claim, candidate, analysis);
      names.push(...saved);
    }
    return summary(analysis, names);
  }

  private async save(claim: Claim, candidate: Candidate, analysis: CommunityAnalysis): Promise<string[]> {
    let input = inputFor(candidate);
    try {
      let checked = await this.steps.check(input, analysis);
      const { basis } = checked.grounds.evidence;
      if (basis !== candidate.basis) {
        // Found under a focus, judged over the whole membership: the words follow the judgement.
        input = inputFor({ ...candidate, basis });
        checked = await this.steps.check(input, analysis);
      }
      const passed = checked;
      const { row, saved } = await this.claims.progress(claim, async (em, run) => ({
        row: run,
        saved: await this.steps.save(em, run, passed),
      }));
      await this.steps.told(row, saved, input.name);
      return [saved.name];
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      const row = await this.claims.progress(claim, (_em, run) => {
        this.steps.noteRefusal(run, input.name, error);
        return Promise.resolve(run);
      });
      await this.steps.told(row, error, input.name);
      return [];
    }
  }
}

function inputFor(candidate: Candidate): SavePatternInput {
  return { ...wordsFor(candidate), candidate_id: candidate.id };
}

function unknownFocus({ focus }: CommunityAnalysis): string | undefined {
  if (focus === null || focus.known.length > 0 || focus.categories.length > 0) {
    return undefined;
  }
  const areas = focus.unknown.map(({ area, nearest }) =>
    nearest.length === 0 ? `"${area}"` : `"${area}" (nearest: ${nearest.join(', ')})`,
  );
  return `No member lists ${areas.join(' or ')}, so there is nothing to look for.`;
}

function summary(analysis: CommunityAnalysis, names: readonly string[]): string {
  const looked = `${analysis.total_active_members} members, ${analysis.tested} sets tested`;
  return names.length === 0
    ? `Nothing stands out (${looked}).`
    : `${names.length} patterns (${looked}): ${names.join('; ')}.`;
}
