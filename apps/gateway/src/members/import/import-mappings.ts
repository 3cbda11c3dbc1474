import { Injectable } from '@nestjs/common';
import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { openMembers } from '@warren/member-files';
import type { MemberSource } from '@warren/member-files';
import { RequestClient } from '@warren/messaging';
import { batchesOf } from './batches.ts';
import type { LineNotes, Row } from './batches.ts';
import { expectColumns } from './import-wishes.ts';

/** Members of a file, with how they are read and the corrections in force. */
export interface MappedReading {
  report: ReadingReport;
  /** Members in batches, in the order of the file; what was rejected goes to the notes. */
  batches: AsyncIterable<Row[]>;
  mapping: ColumnMapping;
  /** Whether the corrections were remembered from an earlier import. */
  isRemembered: boolean;
}

/** Corrections of columns: those sent, else those remembered for files with the same header. */
@Injectable()
export class ImportMappings {
  constructor(private readonly requests: RequestClient) {}

  /**
   * Reads a file with the corrections in force.
   * @throws MemberFileInvalid if nothing in it can be read; InvalidRequest if corrections that were sent do not fit it
   */
  async read(file: MemberSource, sent: ColumnMapping | undefined, notes: LineNotes): Promise<MappedReading> {
    const reading = await openMembers(file, async (source) => sent ?? (await this.recall(source)));
    const { report, mapping } = reading;
    if (sent !== undefined) {
      expectColumns(sent, report.columns);
    }
    return {
      report,
      batches: batchesOf(reading.members(), notes),
      mapping: mapping ?? {},
      isRemembered: sent === undefined && mapping !== undefined,
    };
  }

  /** Remembers the corrections sent with an import; empty ones forget. */
  async remember(source: string, sent: ColumnMapping | undefined): Promise<void> {
    if (sent !== undefined) {
      await this.requests.ask('members.remember-mapping', { source, mapping: sent });
    }
  }

  private async recall(source: string): Promise<ColumnMapping | undefined> {
    const { mapping } = await this.requests.ask('members.recall-mapping', { source });
    return mapping ?? undefined;
  }
}
