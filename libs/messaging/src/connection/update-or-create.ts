import { JetStreamApiError } from '@nats-io/jetstream';
import type { JetStreamApiCodes } from '@nats-io/jetstream';

/** Updates a stream or consumer, and creates it where it is missing; throws any other error. */
export async function updateOrCreate(
  missing: JetStreamApiCodes,
  update: () => Promise<unknown>,
  create: () => Promise<unknown>,
): Promise<void> {
  try {
    await update();
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== missing) {
      throw error;
    }
    await create();
  }
}
