import { Module } from '@nestjs/common';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { workerTimes } from '@warren/service';
import { Analyst } from './analysts/analyst.ts';
import { ClaudeAnalyst } from './analysts/claude/claude-analyst.ts';
import { ClaudeSettings } from './analysts/claude/claude-settings.ts';
import { Conversation } from './analysts/claude/conversation.ts';
import { CandidateMemory } from './analysts/claude/memory/candidate-memory.ts';
import { EarlierRuns } from './analysts/claude/memory/earlier-runs.ts';
import { IntroductionMemory } from './analysts/claude/memory/introduction-memory.ts';
import { PatternMemory } from './analysts/claude/memory/pattern-memory.ts';
import { ModelTurns } from './analysts/claude/model-turns.ts';
import { ModelClient } from './analysts/claude/model/model-client.ts';
import { ModelSettings } from './analysts/claude/model/model-settings.ts';
import { Openings } from './analysts/claude/openings.ts';
import { ReaderSettings } from './analysts/claude/reader/reader-settings.ts';
import { SecondReading } from './analysts/claude/reader/second-reading.ts';
import { ProfileReader } from './analysts/claude/reading/profile-reader.ts';
import { TextIndex } from './analysts/claude/reading/text-index.ts';
import { SingleCalls } from './analysts/claude/single-calls/single-calls.ts';
import { StoredReadings } from './analysts/claude/single-calls/stored-readings.ts';
import { SpendReservations } from './analysts/claude/spend-reservations.ts';
import { ThemeAnswers } from './analysts/claude/themes/theme-answers.ts';
import { ThemeCalls } from './analysts/claude/themes/theme-calls.ts';
import { ThemeCoder } from './analysts/claude/themes/theme-coder.ts';
import { ThemeSettings } from './analysts/claude/themes/theme-settings.ts';
import { ToolCalls } from './analysts/claude/tool-calls.ts';
import { ToolContexts } from './analysts/claude/tool-contexts.ts';
import { TurnRequests } from './analysts/claude/turn-requests.ts';
import { FocusCheck } from './analysts/focus-check.ts';
import { RunSteps } from './analysts/run-steps.ts';
import { StatisticalAnalyst } from './analysts/statistical/statistical-analyst.ts';
import { AuditController } from './audit/audit.controller.ts';
import { analystOf, costPerDayOf } from './config.ts';
import type { Config } from './config.ts';
import { ErasedPatterns } from './erasure/erased-patterns.ts';
import { ErasedThoughts } from './erasure/erased-thoughts.ts';
import { EvaluatedRevision } from './erasure/evaluated-revision.ts';
import { EvaluationSettings } from './erasure/evaluation-settings.ts';
import { MemberEraser } from './erasure/member-eraser.ts';
import { MembersChangedController } from './erasure/members-changed.controller.ts';
import { StoredWords } from './erasure/stored-words.ts';
import { MemberExportController } from './export/member-export.controller.ts';
import { MemberExportService } from './export/member-export.service.ts';
import { Community } from './gate/community.ts';
import { IntroductionGate } from './gate/introductions/introduction-gate.ts';
import { PatternGate } from './gate/pattern-gate.ts';
import { PatternSaver } from './gate/pattern-saver.ts';
import { PatternCheck } from './holding/pattern-check.ts';
import { IntroductionProposer } from './introductions/introduction-proposer.ts';
import { IntroductionSaver } from './introductions/introduction-saver.ts';
import { IntroductionRow } from './introductions/introduction.entity.ts';
import { IntroductionsController } from './introductions/introductions.controller.ts';
import { IntroductionsService } from './introductions/introductions.service.ts';
import { ReasonCheck } from './introductions/reason-check.ts';
import { PatternEvaluator } from './patterns/pattern-evaluator.ts';
import { PatternObservationRow } from './patterns/pattern-observation.entity.ts';
import { PatternStore } from './patterns/pattern-store.ts';
import { PatternVersionRow } from './patterns/pattern-version.entity.ts';
import { PatternRow } from './patterns/pattern.entity.ts';
import { PatternsController } from './patterns/patterns.controller.ts';
import { PatternsService } from './patterns/patterns.service.ts';
import { PublicationSettings } from './publication/publication-settings.ts';
import { Claims, LeaseSettings } from './run-state/claims.ts';
import { ErasureEpoch } from './run-state/erasure-epoch.ts';
import { ModelPrices } from './run-state/prices.ts';
import { RunProgressPublisher } from './run-state/run-progress.ts';
import { RunReadingRow, RunToolResultRow, RunTurnRow } from './run-state/run-turn.entity.ts';
import { RunRow } from './run-state/run.entity.ts';
import { IdempotencyKeyRow } from './runs/idempotency-key.entity.ts';
import { JobController } from './runs/job.controller.ts';
import { LeaseKeeper } from './runs/lease-keeper.ts';
import { OldTurns, TurnSettings } from './runs/old-turns.ts';
import { Reconciler } from './runs/reconciler.ts';
import { RunExecutor } from './runs/run-executor.ts';
import { RequestLimits, RunDefaults } from './runs/run-settings.ts';
import { RunSettlement } from './runs/run-settlement.ts';
import { RunsController } from './runs/runs.controller.ts';
import { RunsService } from './runs/runs.service.ts';

/** Entities of this service. */
export const entities = [
  PatternRow,
  PatternVersionRow,
  PatternObservationRow,
  IntroductionRow,
  RunRow,
  RunTurnRow,
  RunToolResultRow,
  RunReadingRow,
  IdempotencyKeyRow,
];

const services: Provider[] = [
  Analyst,
  ClaudeAnalyst,
  Claims,
  Conversation,
  FocusCheck,
  ModelTurns,
  Openings,
  CandidateMemory,
  EarlierRuns,
  IntroductionMemory,
  PatternMemory,
  ProfileReader,
  TextIndex,
  ToolContexts,
  TurnRequests,
  ErasedPatterns,
  ErasedThoughts,
  MemberEraser,
  MemberExportService,
  StoredWords,
  ErasureEpoch,
  EvaluatedRevision,
  SpendReservations,
  SecondReading,
  SingleCalls,
  StoredReadings,
  ThemeAnswers,
  ThemeCalls,
  ThemeCoder,
  ModelClient,
  PatternCheck,
  PatternGate,
  PatternEvaluator,
  PatternSaver,
  PatternStore,
  PatternsService,
  IntroductionGate,
  IntroductionProposer,
  IntroductionSaver,
  IntroductionsService,
  ReasonCheck,
  RunProgressPublisher,
  Reconciler,
  RunSettlement,
  RunExecutor,
  RunSteps,
  LeaseKeeper,
  OldTurns,
  RunsService,
  StatisticalAnalyst,
  ToolCalls,
];

const byRole: Record<Config['PATTERN_FINDER_ROLE'], Type[]> = {
  api: [
    RunsController,
    PatternsController,
    IntroductionsController,
    AuditController,
    MemberExportController,
    MembersChangedController,
  ],
  worker: [JobController],
  all: [
    RunsController,
    PatternsController,
    IntroductionsController,
    AuditController,
    MemberExportController,
    MembersChangedController,
    JobController,
  ],
};

/** Runs and patterns; the role decides which messages this process handles. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      controllers: byRole[config.PATTERN_FINDER_ROLE],
      providers: [...services, ...settingsOf(config)],
    };
  }
}

function settingsOf(config: Config): Provider[] {
  const analyst = analystOf(config);
  const claude = analyst === 'claude';
  const values: object[] = [
    new RunDefaults(analyst, claude ? config.MODEL : null, claude ? config.MAX_COST : null),
    new RequestLimits({
      waitingRuns: config.MAX_WAITING_RUNS,
      runsOfClient: config.MAX_RUNS_PER_PRINCIPAL,
      raisedCost: raisedCost(config),
    }),
    new LeaseSettings(workerTimes(config).leaseMs),
    new Community(config.COMMUNITY_NAME),
    new EvaluationSettings(config.REMEASURE_MS),
    new TurnSettings(config.RETAIN_MODEL_TURNS_DAYS),
    new PublicationSettings(config.SMALLEST_GROUP),
    new ModelPrices(config.MODEL, config.MODEL_PRICES),
    new ModelSettings({
      apiKey: config.ANTHROPIC_API_KEY,
      baseUrl: config.ANTHROPIC_BASE_URL,
      idleMs: config.MODEL_IDLE_MS,
      turnMs: config.MODEL_TURN_MS,
      retryMs: config.MODEL_RETRY_MS,
      thinks: config.MODEL_THINKING === 'auto',
    }),
    new ReaderSettings({ isOn: config.SECOND_READER === 'auto', model: config.READER_MODEL }),
    new ThemeSettings({
      isOn: config.THEMES === 'on',
      mostMembers: config.MAX_THEME_MEMBERS,
      model: config.THEMES_MODEL,
    }),
    new ClaudeSettings({
      model: config.MODEL,
      limits: {
        turns: config.MAX_TURNS,
        inputTokens: config.MAX_RUN_INPUT_TOKENS,
        outputTokens: config.MAX_RUN_OUTPUT_TOKENS,
        workMs: config.MAX_RUN_MINUTES * 60_000,
      },
      maxOutputTokens: config.MAX_OUTPUT_TOKENS,
      costPerDay: costPerDayOf(config),
      openingCharacters: config.MAX_OPENING_CHARACTERS,
    }),
  ];
  return values.map((value) => ({ provide: value.constructor, useValue: value }));
}

/** The limit of raised caps, which is never below the default cap. */
function raisedCost({ MAX_COST, MAX_RAISED_COST }: Config): number | null {
  return MAX_RAISED_COST === null ? null : Math.max(MAX_RAISED_COST, MAX_COST ?? 0);
}
