import { ServiceError, ServiceUnavailable, fromWireError, toWireError } from '@warren/contracts';
import type { ImportAnswer, MemberFormat, ReplyOf } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Injectable } from '@nestjs/common';
import { readMembers } from '@warren/profiles/readers';
import type { MemberSource } from '@warren/profiles/readers';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { batchesOf } from './batches.ts';
import type { Row } from './batches.ts';
import { ImportTally } from './import-tally.ts';

const tries = 5;
const betweenTriesMs = 1_000;

/** Brings a file of members to the member service: one batch on its way, the next being read. */
@Injectable()
export class MemberImport {
  constructor(private readonly requests: RequestClient) {}

  /** `cancelAbsent`: members who are not in the file are marked as cancelled, where it is known who that is. */
  async run(source: MemberSource, format: MemberFormat, cancelAbsent: boolean): Promise<ImportAnswer> {
    const import_id = cancelAbsent ? randomUUID() : null;
    const tally = new ImportTally();
    let onItsWay = Promise.resolve();
    try {
      for await (const rows of batchesOf(readMembers(source, format), (refused) => tally.refuse(refused))) {
        // one after another: two lines on the same member must not meet
        await onItsWay;
        onItsWay = this.send(import_id, rows, tally);
        onItsWay.catch(() => undefined);
      }
      await onItsWay;
    } finally {
      await onItsWay.catch(() => undefined);
    }
    return tally.answer(import_id === null ? {} : await this.cancelAbsent(import_id, tally));
  }

  private async send(import_id: string | null, rows: Row[], tally: ImportTally): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        tally.add(rows, await this.requests.ask('members.import', { import_id, rows }));
        return;
      } catch (error) {
        if (!(error instanceof ServiceUnavailable) || attempt === tries) {
          throw interrupted(error, tally.stored);
        }
        await delay(betweenTriesMs);
      }
    }
  }

  private async cancelAbsent(
    import_id: string,
    tally: ImportTally,
  ): Promise<Partial<ReplyOf<'members.cancel-absent'>> & { cancel_skipped?: string }> {
    const cancel_skipped = tally.absentUnknown;
    if (cancel_skipped !== undefined) {
      return { cancelled: 0, cancel_skipped };
    }
    return this.requests.ask('members.cancel-absent', { import_id, keep_external_ids: tally.keptIds });
  }
}

/** The same error, with what was done before it. */
function interrupted(error: unknown, stored: number): unknown {
  if (!(error instanceof ServiceError) || stored === 0) {
    return error;
  }
  const message = `${error.message} ${stored} members were stored before; sending the file again is safe.`;
  return fromWireError({ ...toWireError(error), message });
}
