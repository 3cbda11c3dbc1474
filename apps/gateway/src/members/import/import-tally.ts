import type { ImportAnswer, ReplyOf } from '@warren/contracts';
import type { RefusedLine, Row } from './batches.ts';

const mostNamed = 10_000;
const mostKept = 10_000;

/** Adds up an import batch by batch. */
export class ImportTally {
  private readonly report: ReplyOf<'members.import'> = { created: 0, updated: 0, unchanged: 0, rejected: [] };
  private readonly refusedLines = new Set<number>();
  private readonly kept = new Set<string>();
  private unknownLine: number | undefined;

  /** Members stored so far. */
  get stored(): number {
    return this.report.created + this.report.updated + this.report.unchanged;
  }

  /** Notes a line that was not taken. */
  refuse({ line, rejections, externalId }: RefusedLine): void {
    this.refusedLines.add(line);
    if (externalId === null) {
      this.unknownLine ??= line;
    } else {
      this.kept.add(externalId);
    }
    for (const { field, reason } of rejections) {
      if (this.report.rejected.length < mostNamed) {
        this.report.rejected.push({ line, field, reason });
      }
    }
  }

  /** Notes what the member service did with a batch. */
  add(rows: readonly Row[], reply: ReplyOf<'members.import'>): void {
    this.report.created += reply.created;
    this.report.updated += reply.updated;
    this.report.unchanged += reply.unchanged;
    const byLine = new Map(rows.map((row) => [row.line, row.member.external_id ?? null]));
    for (const { line, field, reason } of reply.rejected) {
      this.refuse({ line, rejections: [{ field, reason }], externalId: byLine.get(line) ?? null });
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

  answer(rest: Pick<ImportAnswer, 'cancelled' | 'cancel_skipped'>): ImportAnswer {
    const rejected = this.report.rejected.toSorted((a, b) => a.line - b.line);
    return { ...this.report, rejected, rejected_lines: this.refusedLines.size, ...rest };
  }
}
