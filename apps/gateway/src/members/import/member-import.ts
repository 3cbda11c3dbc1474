import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceError, fromWireError, toWireError } from '@warren/contracts';
import type { ImportAnswer, RequestInput } from '@warren/contracts';
import type { MemberSource } from '@warren/member-files';
import { RequestClient } from '@warren/messaging';
import { absentAmong } from './absent-among.ts';
import { askAgain } from './ask-again.ts';
import { ImportMappings } from './import-mappings.ts';
import type { MappedReading } from './import-mappings.ts';
import { ImportTally } from './import-tally.ts';
import type { ImportWishes } from './import-wishes.ts';

/** Sends a file of members to the member service: one batch in flight while the next one is read. */
@Injectable()
export class MemberImport {
  constructor(
    private readonly requests: RequestClient,
    private readonly mappings: ImportMappings,
  ) {}

  /** Imports a file, line by line in its order. */
  async run(file: MemberSource, wishes: ImportWishes): Promise<ImportAnswer> {
    const tally = new ImportTally();
    const reading = await this.mappings.read(file, wishes.mapping, tally);
    const { source } = reading.report;
    await this.mappings.remember(source, wishes.mapping);
    const import_id = randomUUID();
    const begin = { import_id, file_name: wishes.file_name, source };
    await askAgain(async () => this.requests.ask('members.begin-import', begin));
    try {
      const among = absentAmong(wishes.absent, reading.report);
      const batch = { import_id, seen: among !== undefined, empty: wishes.empty };
      await this.sendAll(batch, reading, tally);
      const cancellation =
        among === undefined
          ? {}
          : await this.cancelAbsent({ import_id, among, confirm: wishes.confirm }, tally);
      const answer = { ...tally.answer(import_id, cancellation), reading: reading.report };
      await askAgain(async () => this.finish(import_id, 'done', answer.rejected_lines));
      return answer;
    } catch (error) {
      // Without an answer it counts as interrupted after a while.
      await this.finish(import_id, 'interrupted', tally.rejectedCount).catch(() => undefined);
      throw error;
    }
  }

  private async sendAll(
    batch: Omit<RequestInput<'members.import'>, 'rows'>,
    { batches }: MappedReading,
    tally: ImportTally,
  ): Promise<void> {
    let onItsWay = Promise.resolve();
    try {
      for await (const rows of batches) {
        // sequentially: two lines about the same member must not be processed concurrently
        await onItsWay;
        onItsWay = this.send({ ...batch, rows }, tally);
        onItsWay.catch(() => undefined);
      }
      await onItsWay;
    } finally {
      await onItsWay.catch(() => undefined);
    }
  }

  private async send(batch: RequestInput<'members.import'>, tally: ImportTally): Promise<void> {
    try {
      tally.add(batch.rows, await askAgain(async () => this.requests.ask('members.import', batch)));
    } catch (error) {
      throw interrupted(error, tally.stored);
    }
  }

  private async finish(
    import_id: string,
    state: 'done' | 'interrupted',
    rejected_lines: number,
  ): Promise<void> {
    await this.requests.ask('members.finish-import', { import_id, state, rejected_lines });
  }

  private async cancelAbsent(
    { import_id, among, confirm }: { import_id: string; among: string; confirm: number | undefined },
    tally: ImportTally,
  ): Promise<Pick<ImportAnswer, 'cancelled' | 'absent' | 'absent_of' | 'cancel_skipped'>> {
    const cancel_skipped = tally.absentUnknown;
    if (cancel_skipped !== undefined) {
      return { cancelled: 0, cancel_skipped };
    }
    const { cancelled, absent, unconfirmed_of } = await this.requests.ask('members.cancel-absent', {
      import_id,
      ...(among === '' ? {} : { among }),
      keep_external_ids: tally.keptIds,
      confirm,
    });
    return unconfirmed_of === undefined
      ? { cancelled, absent }
      : {
          cancelled,
          absent,
          absent_of: unconfirmed_of,
          cancel_skipped: unconfirmed(absent, unconfirmed_of),
        };
  }
}

function unconfirmed(absent: number, members: number): string {
  const [some, all] = [absent.toLocaleString('en'), members.toLocaleString('en')];
  return (
    `Nobody was cancelled: the file lacks ${some} of ${all} members, which is more than a fifth of them. ` +
    `If they have left, send the file again with absent=cancel&confirm=${absent}.`
  );
}

/** Adds to an error what was stored before it. */
function interrupted(error: unknown, stored: number): unknown {
  if (!(error instanceof ServiceError) || stored === 0) {
    return error;
  }
  const message = `${error.message} ${stored} members were stored before; sending the file again is safe.`;
  return fromWireError({ ...toWireError(error), message });
}
