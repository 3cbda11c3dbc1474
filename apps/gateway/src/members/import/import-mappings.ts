import { Injectable } from '@nestjs/common';
import type { ColumnMapping } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { LineNotes } from './batches.ts';
import { expectColumns } from './import-wishes.ts';
import type { OpenedFile, Reading } from './open-file.ts';

/** A reading with the corrections in force. */
export interface MappedReading extends Reading {
  mapping: ColumnMapping;
  /** Whether they were remembered from an earlier import. */
  isRemembered: boolean;
}

/** Corrections of columns: those sent, else those remembered for files with the same header. */
@Injectable()
export class ImportMappings {
  constructor(private readonly requests: RequestClient) {}

  /** Reads a file with the corrections in force. @throws InvalidRequest if those sent do not fit the file */
  async read(file: OpenedFile, sent: ColumnMapping | undefined, notes: LineNotes): Promise<MappedReading> {
    const remembered = sent === undefined ? await this.recall(file.source) : undefined;
    const mapping = sent ?? remembered ?? {};
    const reading = await file.read(mapping, notes);
    if (sent !== undefined) {
      expectColumns(sent, reading.report.columns);
    }
    return { ...reading, mapping, isRemembered: remembered !== undefined };
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
