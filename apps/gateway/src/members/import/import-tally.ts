import type { ImportAnswer, RejectedLine, ReplyOf } from '@warren/contracts';
import type { Rejection } from '@warren/profiles/readers';
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
  private readonly refusedLines = new Set<number>();
  private readonly inPart = new Set<number>();
  private readonly kept = new Set<string>();
  private silentNos = 0;
  private noAnswers = 0;
  private unknownLine: number | undefined;

  /** Members stored so far. */
  get stored(): number {
    return this.report.created + this.report.updated + this.report.unchanged;
  }

  refuse({ line, rejections, externalId }: RefusedLine): void {
    this.refusedLines.add(line);
    this.inPart.delete(line);
    if (externalId === null) {
      this.unknownLine ??= line;
    } else {
      this.kept.add(externalId);
    }
    this.name(line, rejections, false);
  }

  takeWithout(line: number, rejections: readonly Rejection[]): void {
    this.inPart.add(line);
    this.name(line, rejections, true);
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
    const byLine = new Map(rows.map((row) => [row.line, row.member.external_id ?? null]));
    for (const { line, field, reason, taken } of reply.rejected) {
      if (taken) {
        this.takeWithout(line, [{ field, reason }]);
      } else {
        this.refuse({ line, rejections: [{ field, reason }], externalId: byLine.get(line) ?? null });
      }
    }
  }

  private name(line: number, rejections: readonly Rejection[], taken: boolean): void {
    const named = this.named[taken ? 'taken' : 'refused'];
    for (const { field, reason } of rejections.slice(0, mostNamed - named.length)) {
      named.push({ line, field, reason, taken });
    }
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
      rejected_lines: this.refusedLines.size,
      taken_without: this.inPart.size,
      silent_no: this.silentNos,
      no_answer: this.noAnswers,
      ...rest,
    };
  }
}
