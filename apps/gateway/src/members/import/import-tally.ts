import type { ImportAnswer, RejectedLine, ReplyOf } from '@warren/contracts';
import type { Rejection } from '@warren/member-files';
import type { LineNotes, LineRejection, Row } from './batches.ts';

const maxListed = 10_000;
const maxKept = 10_000;

/** Accumulates the report of an import, batch by batch. */
export class ImportTally implements LineNotes {
  private readonly report: Omit<ReplyOf<'members.import'>, 'rejected'> = {
    created: 0,
    updated: 0,
    unchanged: 0,
    kept: { fields: 0, members: 0 },
    cleared: { fields: 0, members: 0 },
  };
  /** Listed rejections, of accepted and of rejected lines: the latter take precedence if not all can be listed. */
  private readonly listed: Record<'accepted' | 'rejected', RejectedLine[]> = { accepted: [], rejected: [] };
  private rejectedLines = 0;
  private linesInPart = 0;
  /** Partly accepted lines that the member service has yet to accept or reject: those of batches in flight. */
  private readonly inPart = new Set<number>();
  /** At most one more than may be sent: memory must not grow with the file. */
  private readonly kept = new Set<string>();
  private silentNos = 0;
  private noAnswers = 0;
  private unknownLine: number | undefined;

  /** Members stored so far. */
  get stored(): number {
    return this.report.created + this.report.updated + this.report.unchanged;
  }

  get rejectedCount(): number {
    return this.rejectedLines;
  }

  reject({ line, rejections, externalId }: LineRejection): void {
    this.rejectedLines += 1;
    this.inPart.delete(line);
    if (externalId === null) {
      this.unknownLine ??= line;
    } else {
      this.keep(externalId);
    }
    this.list('rejected', toRejectedLines(line, rejections, false));
  }

  acceptWithout(line: number, rejections: readonly Rejection[]): void {
    this.inPart.add(line);
    this.list('accepted', toRejectedLines(line, rejections, true));
  }

  silentNo(): void {
    this.silentNos += 1;
  }

  noAnswer(): void {
    this.noAnswers += 1;
  }

  /** Adds the member service's report of a batch. */
  add(rows: readonly Row[], reply: ReplyOf<'members.import'>): void {
    this.report.created += reply.created;
    this.report.updated += reply.updated;
    this.report.unchanged += reply.unchanged;
    for (const fields of ['kept', 'cleared'] as const) {
      this.report[fields].fields += reply[fields].fields;
      this.report[fields].members += reply[fields].members;
    }
    for (const [line, rejected] of Map.groupBy(reply.rejected, (one) => one.line)) {
      const whole = rejected.filter(({ taken }) => !taken);
      if (whole.length === 0) {
        this.inPart.add(line);
      } else {
        this.rejectedByService(rows.find((row) => row.line === line)?.member.external_id ?? null, whole);
      }
      this.list(
        'accepted',
        rejected.filter(({ taken }) => taken),
      );
    }
    for (const { line } of rows) {
      this.linesInPart += Number(this.inPart.delete(line));
    }
  }

  /** Adds a line that the member service rejected. An erased person is no member, so no member is unknown by that line. */
  private rejectedByService(externalId: string | null, rejected: readonly RejectedLine[]): void {
    const [first] = rejected;
    const isErased = rejected.some(({ erased }) => erased === true);
    if (first !== undefined) {
      this.rejectedLines += 1;
      this.inPart.delete(first.line);
      if (externalId !== null) {
        this.keep(externalId);
      } else if (!isErased) {
        this.unknownLine ??= first.line;
      }
    }
    this.list('rejected', rejected);
  }

  private keep(externalId: string): void {
    if (this.kept.size <= maxKept) {
      this.kept.add(externalId);
    }
  }

  private list(kind: 'accepted' | 'rejected', lines: readonly RejectedLine[]): void {
    const listed = this.listed[kind];
    listed.push(...lines.slice(0, Math.max(0, maxListed - listed.length)));
  }

  /** External ids of rejected lines: these members are not absent. */
  get keptIds(): string[] {
    return [...this.kept];
  }

  /** Reason why the absent members are unknown; undefined if they are known. */
  get absentUnknown(): string | undefined {
    if (this.stored === 0) {
      return 'Nobody was cancelled: no line of the file was taken.';
    }
    if (this.unknownLine !== undefined) {
      return `Nobody was cancelled: whose line ${this.unknownLine} is could not be read, so who is absent is not known.`;
    }
    return this.kept.size > maxKept
      ? `Nobody was cancelled: more than ${maxKept} lines were not taken.`
      : undefined;
  }

  /** The report of the import, in the order of the file. */
  answer(
    import_id: string,
    rest: Pick<ImportAnswer, 'cancelled' | 'absent' | 'absent_of' | 'cancel_skipped'>,
  ): ImportAnswer {
    const lines = new Set(this.listed.rejected.map(({ line }) => line));
    // what was to be told of a line that was then rejected does not matter any more
    const accepted = this.listed.accepted.filter(({ line }) => !lines.has(line));
    const rejected = [...this.listed.rejected, ...accepted]
      .slice(0, maxListed)
      .sort((a, b) => a.line - b.line);
    return {
      import_id,
      ...this.report,
      rejected,
      rejected_lines: this.rejectedLines,
      taken_without: this.linesInPart + this.inPart.size,
      silent_no: this.silentNos,
      no_answer: this.noAnswers,
      ...rest,
    };
  }
}

function toRejectedLines(line: number, rejections: readonly Rejection[], taken: boolean): RejectedLine[] {
  return rejections.map(({ field, reason }) => ({ line, field, reason, taken }));
}
