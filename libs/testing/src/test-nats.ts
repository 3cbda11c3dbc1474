import { cacheFolder, startNats } from '@warren/servers';
import type { Nats } from '@warren/servers';

/**
 * Starts a nats-server for one test, with JetStream, on a free port and an empty store that `stop` removes. Whoever names
 * no user may do anything; services get users of their own by `environmentOf`. `stop` throws where the server has refused
 * something to a user. The binary is TEST_NATS_SERVER (the Jest global set-up provides it), else the one that
 * findNatsServer finds.
 * @param options.violations true: the test is about what is refused
 * @param options.configuration lines of its configuration in place of the users
 */
export async function startTestNats({
  violations = false,
  configuration,
}: { violations?: boolean; configuration?: string } = {}): Promise<Nats> {
  const binary = process.env['TEST_NATS_SERVER'];
  const nats = await startNats({
    cacheDir: cacheFolder,
    open: true,
    ...(configuration !== undefined && { configuration }),
    ...(binary !== undefined && binary !== '' && { binary }),
  });
  const stop = async (): Promise<void> => {
    const refused = violations ? [] : await nats.violations();
    await nats.stop();
    if (refused.length > 0) {
      throw new Error(`nats-server has refused:\n${refused.slice(0, 20).join('\n')}`);
    }
  };
  // The process changes at a restart.
  return Object.defineProperties({ ...nats, stop }, { pid: { get: () => nats.pid, enumerable: true } });
}
