import type { JetStreamManager } from '@nats-io/jetstream';
import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { streams } from '@warren/contracts';
import { pause } from '../process/time.ts';
import { updateOrCreate } from './update-or-create.ts';

/**
 * Creates the streams of the contracts, or updates their settings; safe to call from several processes.
 * @param settleMs delay before a missing one is created: nats-server may still be removing the files of one that was just
 * deleted, and with them those of its successor
 */
export async function assertStreams(manager: JetStreamManager, settleMs = 0): Promise<void> {
  for (const stream of streams) {
    const wanted = {
      subjects: stream.subjects,
      discard: DiscardPolicy.New,
      max_age: nanos(stream.max_age_ms),
      duplicate_window: nanos(stream.duplicate_window_ms),
    };
    const retention = stream.retention === 'workqueue' ? RetentionPolicy.Workqueue : RetentionPolicy.Limits;
    // Two services that both find it missing create the same stream; the second gets the one that exists.
    await updateOrCreate(
      JetStreamApiCodes.StreamNotFound,
      () => manager.streams.update(stream.name, wanted),
      async () => {
        await pause(settleMs);
        await manager.streams.add({ name: stream.name, retention, storage: StorageType.File, ...wanted });
      },
    );
  }
}

/** A stream does not exist, and this process does not create it. */
export class StreamMissing extends Error {
  override readonly name = 'StreamMissing';

  constructor(stream: string) {
    super(`The stream ${stream} is missing; the process that has NATS_CREATE_STREAMS creates it`);
  }
}

/**
 * Checks that every stream of the contracts exists.
 * @throws StreamMissing where one does not
 */
export async function checkStreams(manager: JetStreamManager): Promise<void> {
  for (const { name } of streams) {
    try {
      await manager.streams.info(name);
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) {
        throw new StreamMissing(name);
      }
      throw error;
    }
  }
}
