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
  /** Calls after which the model was shown these members, who may be quoted then. */
  readonly show: (...ids: number[]) => ToolUse[];
}

/** The outcome of a scenario, once its run is over. */
interface ScenarioOutcome extends RunOutcome {
  readonly scripted: ScriptedSystem;
  readonly facts: Facts;
  /** The results of all tool calls that were sent to the model, in order. */
  readonly results: string[];
  /** The outcome of the run before, where there was one. */
  readonly before: RunOutcome | undefined;
}

/** One attempt of a model to have a bad claim saved, or to keep a run from ending. */
export interface Scenario {
  /** What the model tries. */
  readonly tries: string;
  readonly model: (facts: Facts, before: RunOutcome | undefined) => Script;
  /** Members that the model was shown before, whom it may speak of then. */
  readonly shown?: (facts: Facts) => readonly number[];
  /** A run before it, and what the operator did after that. */
  readonly before?: {
    readonly model: (facts: Facts) => Script;
    readonly then?: (scripted: ScriptedSystem, outcome: RunOutcome) => Promise<unknown>;
  };
  /** The kinds of the refused saves, in order; none unless said. */
  readonly refused?: readonly RejectionKind[];
  /** What every reason has to say. */
  readonly reason?: RegExp;
  /** Names of the patterns afterwards; default: none. */
  readonly saved?: readonly string[];
  /** Status of the ended run; default: succeeded. */
  readonly ends?: RunStatus;
  /** Reason that the run waits for, where it does: it is cancelled then. */
  readonly waitsFor?: RegExp;
  readonly check?: (after: ScenarioOutcome) => void | Promise<void>;
}

/** A script of messages, each with tool calls, and a closing text. */
export function turns(...messages: readonly (readonly ToolUse[])[]): Turn[] {
  return [...messages.map((tool_uses) => ({ tool_uses: [...tool_uses] })), { text: 'That is all.' }];
}

/** The first candidates of a basis and, where it is named, a category. */
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
