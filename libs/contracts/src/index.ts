// OpenAPI and AsyncAPI name a schema by its export here, so schemas stay exported that no other project imports.
export {
  analysisForViewers,
  demandForViewers,
  facetSharesForViewers,
  historyForViewers,
  isKeptFromViewers,
  nameForViewers,
  networkForViewers,
  patternForViewers,
  patternsForViewers,
  progressForViewers,
  questionsForViewers,
  runForViewers,
  runsForViewers,
} from './access/for-viewers.ts';
export type { ForViewers } from './access/for-viewers.ts';
export { LogoutReply } from './access/logout.ts';
export { Actor, RecordedActor, actorHeader, localActor } from './access/actor.ts';
export {
  AuditDetails,
  AuditEntry,
  AuditOutcome,
  AuditPage,
  AuditPlace,
  AuditQuery,
  AuditTarget,
  AuditTargetKind,
  AuditingService,
  DeniedTries,
  ServiceAuditQuery,
} from './access/audit.ts';
export { Me } from './access/me.ts';
export { Principal, Role, includesRole, localPrincipal } from './access/principal.ts';
export { SensitiveCheck, SensitiveFinding, SensitiveFindings, SensitiveKind } from './access/sensitive.ts';
export {
  Candidate,
  CommunityAnalysis,
  FieldCompletion,
  FocusAreas,
  FoundFacets,
  MemberText,
  NamedFacet,
  PseudonymousProfile,
  QuoteVerdict,
  RuleEvaluation,
} from './analysis.ts';
export { auditTargetOf, auditedRequests } from './access/audited-requests.ts';
export { PatternCategory, categories, categoryOfKind } from './categories.ts';
export {
  CommunityDemand,
  CommunityName,
  DemandedFacet,
  FacetNetwork,
  NetworkCluster,
  NetworkFacet,
  NetworkLink,
} from './community.ts';
export {
  Conflict,
  DeadlineExceeded,
  FieldError,
  InternalError,
  ImportNotFound,
  IntroductionNotFound,
  InvalidRequest,
  MemberNotFound,
  PatternNotFound,
  RunNotFound,
  ServiceError,
  ServiceUnavailable,
  ThemeNotFound,
  TooManyRequests,
  WireError,
  fromWireError,
  toWireError,
} from './errors.ts';
export {
  durableOf,
  events,
  jobs,
  runCancelRequestedSubject,
  runProgressSubject,
  streamed,
  streams,
} from './events.ts';
export type { StreamBody, StreamInput, StreamSubject } from './events.ts';
export { FacetCount, FacetKey, FacetKind, facetKind } from './facets.ts';
export type { UnlabelledFacetCount } from './facets.ts';
export { Id, PageNumber, QueryId, largestId } from './values/ids.ts';
export {
  contentTypeOfFileName,
  isMemberContentType,
  memberContentTypes,
  memberEndings,
  memberEndingsInWords,
  memberFormats,
  memberFormatsInWords,
} from './values/member-files.ts';
export {
  ColumnMapping,
  ColumnReport,
  ColumnRole,
  IdentityKind,
  ReadFacet,
  ReadingReport,
} from './member-columns.ts';
export {
  ImportList,
  ImportPreview,
  ImportRecord,
  ImportState,
  LostFields,
  RejectionsByReason,
  UndoReport,
} from './imports.ts';
export {
  EventKept,
  CodeKept,
  ImportOfMember,
  KeptOfMemberQuery,
  KeptRow,
  MemberExport,
  PatternKept,
  PatternsKept,
  ProfileKept,
  QuestionKept,
  QuestionsKept,
  TurnKept,
} from './access/member-export.ts';
export type { MemberFormat } from './values/member-files.ts';
export {
  Consent,
  EmptyCells,
  ImportReport,
  Member,
  MemberBrief,
  MemberFacet,
  MemberField,
  MemberInput,
  MemberLine,
  MemberOrder,
  MemberPage,
  MemberPatch,
  MemberQuery,
  MemberValues,
  MembersChanged,
  MembershipStatus,
  NewMember,
  PatternMember,
  PatternMemberPage,
  PromptResponse,
  RejectedLine,
  isAnalysed,
  leftStatuses,
  memberFields,
  memberFieldsOf,
} from './members.ts';
export type { MemberFieldKind } from './members.ts';
export {
  Basis,
  DismissalReason,
  Evidence,
  FacetShare,
  Hold,
  HoldReason,
  Reading,
  UnreadReason,
  Pair,
  Pattern,
  PatternChange,
  PatternHistory,
  PatternListing,
  PatternObservation,
  PatternPage,
  PatternPatch,
  PatternQuery,
  PatternSaved,
  PatternState,
  PatternVersion,
  QuestionPrompts,
  QuotableField,
  Quote,
  Statistics,
  quotesOf,
} from './patterns.ts';
export type { MeasuredBasis } from './patterns.ts';
export {
  Introduction,
  IntroductionKept,
  IntroductionPage,
  IntroductionPatch,
  IntroductionProposal,
  IntroductionQuery,
  IntroductionState,
  OwnWords,
  StoredIntroduction,
  StoredIntroductionPage,
} from './introductions/introductions.ts';
export {
  IntroductionProposed,
  IntroductionsWanted,
  KnownIntroduction,
  ProposedIntroductions,
} from './introductions/proposals.ts';
export {
  BlindText,
  Theme,
  ThemeCode,
  ThemeDefinition,
  ThemeJudgement,
  ThemePatch,
  ThemeSide,
  UntestedBecause,
  mostThemes,
} from './themes/themes.ts';
export { NamedThemeCode, ThemeDetail, ThemeList, ThemeQuery } from './themes/rest.ts';
export { Question, QuestionCreated, QuestionQuery } from './questions.ts';
export { requests } from './requests.ts';
export { RequestAbandoned, requestAbandonedSubject } from './values/request-abandoned.ts';
export type { ReplyOf, RequestInput, RequestOf, RequestSubject } from './requests.ts';
export { ImportAnswer, MemberDetail, PairOfPattern, PatternOfMember, Problem } from './rest.ts';
export { Clause, Rule, SimpleRule, TwoSidedRule, facetsAskedFor, facetsOfRule, isTwoSided } from './rules.ts';
export {
  AnalystName,
  DiscoverBody,
  DiscoverReply,
  DiscoveryJob,
  IdempotencyKey,
  MaxCost,
  RejectionKind,
  RejectedSave,
  ReplayBody,
  Run,
  RunCancelRequested,
  RunCompleted,
  RunKind,
  RunProgress,
  RunQuery,
  RunReading,
  RunIntroductions,
  RunThemes,
  RunStatus,
  SavedPattern,
  Spend,
  hasEnded,
} from './runs.ts';
export { withoutQuotes, withoutQuotesOr } from './values/quoted-words.ts';
export { SearchText, searchWords } from './values/search.ts';
export { Text, isStorable } from './values/text.ts';
export { withoutWords, wordsIn } from './values/words.ts';
