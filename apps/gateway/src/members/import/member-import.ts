import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceError, ServiceUnavailable, fromWireError, toWireError } from '@warren/contracts';
import type { EmptyCells, ImportAnswer, MemberFormat, RequestInput } from '@warren/contracts';
import { readMembers } from '@warren/member-files';
import type { MemberSource } from '@warren/member-files';
import { RequestClient } from '@warren/messaging';
import { retry } from '@warren/service';
import { batchesOf } from './batches.ts';
import { ImportTally } from './import-tally.ts';

const attempts = 5;
const delayMs = 1_000;

/** Options of an import. */
interface ImportWishes {
  /** Effect of an empty cell on a field that is filled. */
  empty: EmptyCells;
  /** Members who are not in the file: they stay, or are marked as cancelled if it is known who they are. */
  absent: 'keep' | 'cancel';
  /** Number of members expected to be cancelled, to confirm an unusually large one. */
  confirm?: number | undefined;
}

/** Sends a file of members to the member service: one batch in flight while the next one is read. */
@Injectable()
export class MemberImport {
  constructor(private readonly requests: RequestClient) {}

  /** Imports a file, line by line in its order. */
  async run(source: MemberSource, format: MemberFormat, wishes: ImportWishes): Promise<ImportAnswer> {
    const import_id = wishes.absent === 'cancel' ? randomUUID() : null;
    const { empty } = wishes;
    const tally = new ImportTally();
    let onItsWay = Promise.resolve();
    try {
      for await (const rows of batchesOf(readMembers(source, format), tally)) {
        // sequentially: two lines about the same member must not be processed concurrently
        await onItsWay;
        onItsWay = this.send({ import_id, empty, rows }, tally);
        onItsWay.catch(() => undefined);
      }
      await onItsWay;
    } finally {
      await onItsWay.catch(() => undefined);
    }
    return tally.answer(import_id === null ? {} : await this.cancelAbsent(import_id, wishes.confirm, tally));
  }

  private async send(batch: RequestInput<'members.import'>, tally: ImportTally): Promise<void> {
    try {
      const report = await retry(async () => this.requests.ask('members.import', batch), {
        attempts,
        when: (error) => error instanceof ServiceUnavailable,
        delay: () => delayMs,
      });
      tally.add(batch.rows, report);
    } catch (error) {
      throw interrupted(error, tally.stored);
    }
  }

  private async cancelAbsent(
    import_id: string,
    confirm: number | undefined,
    tally: ImportTally,
  ): Promise<Pick<ImportAnswer, 'cancelled' | 'absent' | 'absent_of' | 'cancel_skipped'>> {
    const cancel_skipped = tally.absentUnknown;
    if (cancel_skipped !== undefined) {
      return { cancelled: 0, cancel_skipped };
    }
    const { cancelled, absent, unconfirmed_of } = await this.requests.ask('members.cancel-absent', {
      import_id,
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
