import type { ImportAnswer, RejectedLine, ReplyOf } from '@warren/contracts';
import type { Rejection } from '@warren/member-files';
import type { LineNotes, RefusedLine, Row } from './batches.ts';

const mostNamed = 10_000;
const mostKept = 10_000;

/** Adds up an import batch by batch. */
export class ImportTally implements LineNotes {
  private readonly report: Omit<ReplyOf<'members.import'>, 'rejected'> = {
    created: 0,
    updated: 0,
    unchanged: 0,
    kept: { fields: 0, members: 0 },
    cleared: { fields: 0, members: 0 },
  };
  /** By whether the member was taken: what was not taken is named first, where not all can be. */
  private readonly named: Record<'taken' | 'refused', RejectedLine[]> = { taken: [], refused: [] };
  private refusedLines = 0;
  private linesInPart = 0;
  /** Lines in part that the member service has yet to take or to refuse: those of the batches under way. */
  private readonly inPart = new Set<number>();
  /** At most one more than may be sent: what is held must not grow with the file. */
  private readonly kept = new Set<string>();
  private silentNos = 0;
  private noAnswers = 0;
  private unknownLine: number | undefined;

  /** Members stored so far. */
  get stored(): number {
    return this.report.created + this.report.updated + this.report.unchanged;
  }

  refuse({ line, rejections, externalId }: RefusedLine): void {
    this.refusedLines += 1;
    this.inPart.delete(line);
    if (externalId === null) {
      this.unknownLine ??= line;
    } else {
      this.keep(externalId);
    }
    this.name('refused', asNamed(line, rejections, false));
  }

  takeWithout(line: number, rejections: readonly Rejection[]): void {
    this.inPart.add(line);
    this.name('taken', asNamed(line, rejections, true));
  }

  silentNo(): void {
    this.silentNos += 1;
  }

  noAnswer(): void {
    this.noAnswers += 1;
  }

  /** Notes what the member service did with a batch. */
  add(rows: readonly Row[], reply: ReplyOf<'members.import'>): void {
    this.report.created += reply.created;
    this.report.updated += reply.updated;
    this.report.unchanged += reply.unchanged;
    for (const fields of ['kept', 'cleared'] as const) {
      this.report[fields].fields += reply[fields].fields;
      this.report[fields].members += reply[fields].members;
    }
    for (const [line, rejected] of Map.groupBy(reply.rejected, (one) => one.line)) {
      const refused = rejected.filter(({ taken }) => !taken);
      if (refused.length === 0) {
        this.inPart.add(line);
      } else {
        this.refusedByService(rows.find((row) => row.line === line)?.member.external_id ?? null, refused);
      }
      this.name(
        'taken',
        rejected.filter(({ taken }) => taken),
      );
    }
    for (const { line } of rows) {
      this.linesInPart += Number(this.inPart.delete(line));
    }
  }

  /** Notes a line that the member service did not take. Who was erased is no member, so that nobody is unknown by it. */
  private refusedByService(externalId: string | null, rejected: readonly RejectedLine[]): void {
    const [first] = rejected;
    const isErased = rejected.some(({ erased }) => erased === true);
    if (first !== undefined) {
      this.refusedLines += 1;
      this.inPart.delete(first.line);
      if (externalId !== null) {
        this.keep(externalId);
      } else if (!isErased) {
        this.unknownLine ??= first.line;
      }
    }
    this.name('refused', rejected);
  }

  private keep(externalId: string): void {
    if (this.kept.size <= mostKept) {
      this.kept.add(externalId);
    }
  }

  private name(kind: 'taken' | 'refused', lines: readonly RejectedLine[]): void {
    const named = this.named[kind];
    named.push(...lines.slice(0, Math.max(0, mostNamed - named.length)));
  }

  /** Whose line was there but not taken: they are not absent. */
  get keptIds(): string[] {
    return [...this.kept];
  }

  /** Why it is not known who is absent from the file; undefined where it is. */
  get absentUnknown(): string | undefined {
    if (this.stored === 0) {
      return 'Nobody was cancelled: no line of the file was taken.';
    }
    if (this.unknownLine !== undefined) {
      return `Nobody was cancelled: whose line ${this.unknownLine} is could not be read, so who is absent is not known.`;
    }
    return this.kept.size > mostKept
      ? `Nobody was cancelled: more than ${mostKept} lines were not taken.`
      : undefined;
  }

  /** What the import did, in the order of the file. */
  answer(rest: Pick<ImportAnswer, 'cancelled' | 'absent' | 'absent_of' | 'cancel_skipped'>): ImportAnswer {
    const rejected = [...this.named.refused, ...this.named.taken]
      .slice(0, mostNamed)
      .sort((a, b) => a.line - b.line);
    return {
      ...this.report,
      rejected,
      rejected_lines: this.refusedLines,
      taken_without: this.linesInPart + this.inPart.size,
      silent_no: this.silentNos,
      no_answer: this.noAnswers,
      ...rest,
    };
  }
}

function asNamed(line: number, rejections: readonly Rejection[], taken: boolean): RejectedLine[] {
  return rejections.map(({ field, reason }) => ({ line, field, reason, taken }));
}
