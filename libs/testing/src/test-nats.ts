import { cacheFolder, startNats } from '@warren/servers';
import type { Nats } from '@warren/servers';

/**
 * Starts a nats-server for one test, with JetStream, on a free port and an empty store that `stop` removes. The
 * binary is TEST_NATS_SERVER (the Jest global set-up provides it), else the one that findNatsServer finds.
 */
export async function startTestNats(): Promise<Nats> {
  const binary = process.env['TEST_NATS_SERVER'];
  return startNats({ cacheDir: cacheFolder, ...(binary !== undefined && binary !== '' && { binary }) });
}
