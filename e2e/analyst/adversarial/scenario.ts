import type { Candidate, CommunityAnalysis, RejectionKind, RunStatus } from '@warren/contracts';
import type { Script, ScriptedRequest, ToolUse, Turn } from '@warren/testing';
import type { RunOutcome, ScriptedSystem } from '../scripted-system.ts';
import type { Planted } from './community.ts';

/** Facts about the community that scripts may use. */
export interface Facts {
  readonly analysis: CommunityAnalysis;
  /** Ids of the members that the tests add. */
  readonly planted: Readonly<Record<Planted, number>>;
  /** Ids of members of the sample, by external id. */
  readonly member: (externalId: string) => number;
  /** Calls that show the model these members, so that it may quote them. */
  readonly show: (...ids: number[]) => ToolUse[];
}

/** The outcome of a scenario, once its run is over. */
interface ScenarioOutcome extends RunOutcome {
  readonly scripted: ScriptedSystem;
  readonly facts: Facts;
  /** The results of all tool calls that were sent to the model, in order. */
  readonly results: string[];
  /** The outcome of the earlier run, if there was one. */
  readonly before: RunOutcome | undefined;
}

/** One attempt of a model to have a bad claim saved, or to keep a run from ending. */
export interface Scenario {
  /** Name of the attempt. */
  readonly tries: string;
  readonly model: (facts: Facts, before: RunOutcome | undefined) => Script;
  /** Members that the model is shown first, so that it may refer to them. */
  readonly shown?: (facts: Facts) => readonly number[];
  /** An earlier run, and the operator's action after it. */
  readonly before?: {
    readonly model: (facts: Facts) => Script;
    readonly then?: (scripted: ScriptedSystem, outcome: RunOutcome) => Promise<unknown>;
  };
  /** The kinds of the rejected saves, in order; default: none. */
  readonly rejections?: readonly RejectionKind[];
  /** Matches every reason. */
  readonly reason?: RegExp;
  /** Names of the patterns afterwards; default: none. */
  readonly saved?: readonly string[];
  /** Status of the ended run; default: succeeded. */
  readonly ends?: RunStatus;
  /** Reason of a run that pauses; it is cancelled then. */
  readonly waitsFor?: RegExp;
  readonly check?: (after: ScenarioOutcome) => void | Promise<void>;
}

/** A script of messages, each with tool calls, and a closing text. */
export function turns(...messages: readonly (readonly ToolUse[])[]): Turn[] {
  return [...messages.map((tool_uses) => ({ tool_uses: [...tool_uses] })), { text: 'That is all.' }];
}

/** The first candidates of a basis and, if given, a category. */
export function candidates(
  { analysis }: Facts,
  basis: Candidate['basis'],
  category?: Candidate['category'],
): [Candidate, Candidate, Candidate] {
  const found = analysis.candidates.filter(
    (candidate) => candidate.basis === basis && (category === undefined || candidate.category === category),
  );
  const [first, second, third] = found;
  if (first === undefined) {
    throw new Error(`the analysis has no ${basis} ${category ?? 'candidate'}`);
  }
  return [first, second ?? first, third ?? second ?? first];
}

/** A rule of one clause. */
export function rule(at_least: number, ...of: string[]): { clauses: { at_least: number; of: string[] }[] } {
  return { clauses: [{ at_least, of }] };
}

/** The contents of every tool result in a request, in order. */
export function resultsIn(request: ScriptedRequest | undefined): string[] {
  return (request?.body.messages ?? []).flatMap(({ content }) =>
    Array.isArray(content)
      ? content.flatMap((block) =>
          'tool_use_id' in block && 'content' in block ? [String(block.content)] : [],
        )
      : [],
  );
}
