import { IntroductionNotFound, PatternNotFound, RunNotFound, ThemeNotFound } from '@warren/contracts';
import type {
  Actor,
  AuditEntry,
  AuditingService,
  ColumnMapping,
  Member,
  MemberLine,
  Pattern,
  ReplyOf,
  RequestOf,
  RequestSubject,
  Run,
  ServiceAuditQuery,
  StoredIntroduction,
  Theme,
  ThemeCode,
} from '@warren/contracts';

/** State of the services behind the gateway, and the requests they received. */
export class PeerState {
  patterns: Pattern[] = [];
  introductions: StoredIntroduction[] = [];
  themes: Theme[] = [];
  /** Codes of every theme. */
  codes: ThemeCode[] = [];
  runs = new Map<number, Run>();
  members = new Map<number, Member>();
  imported: MemberLine[] = [];
  batches: RequestOf<'members.import'>[] = [];
  previewed: RequestOf<'members.preview-import'>[] = [];
  /** Batches of an undoing of three. */
  undone = 0;
  begun: RequestOf<'members.begin-import'>[] = [];
  finished: RequestOf<'members.finish-import'>[] = [];
  mappings = new Map<string, ColumnMapping>();
  cancellations: RequestOf<'members.cancel-absent'>[] = [];
  /** Ids of members absent from an import. */
  absent = { absent: 3, members: 600 };
  erased: number[] = [];
  analysed: string[][] = [];
  traces: string[] = [];
  actors: (Actor | undefined)[] = [];
  /** To whose runs each requested one counts. */
  clients: (string | undefined)[] = [];
  audit: AuditEntry[] = [];
  auditQueries: ServiceAuditQuery[] = [];
  denied: RequestOf<'audit.record-denied'>[] = [];
  /** Called after a run was created; it stays queued by default. */
  work: (run: Run) => void = () => undefined;
  /** Called while the community is analysed, with the signal that aborts when nobody waits for it. */
  analysing: (signal: AbortSignal) => Promise<void> = () => Promise.resolve();
  /** Called while members are listed, likewise. */
  listing: (signal: AbortSignal) => Promise<void> = () => Promise.resolve();
  /** Answers in place of the usual ones. */
  replies: { [S in RequestSubject]?: ReplyOf<S> } = {};
  /** Called before a subject is answered: may throw, or wait. */
  before: Partial<Record<RequestSubject, () => Promise<void> | void>> = {};

  /** Answers a service's part of the audit: newest first, up to the limit. */
  auditOf(service: AuditingService, query: ServiceAuditQuery): { entries: AuditEntry[] } {
    this.auditQueries.push(query);
    return { entries: this.audit.filter((entry) => entry.service === service).slice(0, query.limit) };
  }

  run(id: number): Run {
    const run = this.runs.get(id);
    if (run === undefined) {
      throw RunNotFound.of(id);
    }
    return run;
  }

  introduction(id: number): StoredIntroduction {
    const found = this.introductions.find((it) => it.id === id);
    if (found === undefined) {
      throw IntroductionNotFound.of(id);
    }
    return found;
  }

  theme(id: number): Theme {
    const found = this.themes.find((it) => it.id === id);
    if (found === undefined) {
      throw ThemeNotFound.of(id);
    }
    return found;
  }

  pattern(id: number): Pattern {
    const pattern = this.patterns.find((it) => it.id === id);
    if (pattern === undefined) {
      throw PatternNotFound.of(id);
    }
    return pattern;
  }
}
