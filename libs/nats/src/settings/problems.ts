import { connectionOptions } from './connection-options.ts';
import type { StreamsEnvironment } from './environment.ts';
import { InvalidNatsSettings, natsSettings, streamsSettings } from './settings.ts';
import type { Given } from './settings.ts';

/**
 * Lists what is wrong with parsed variables, files that cannot be read included: a line each, without any value of a
 * secret.
 */
export function natsProblems(given: Given & Partial<StreamsEnvironment>): readonly string[] {
  try {
    connectionOptions(natsSettings(given));
    const streams = streamsSettings(given);
    if (streams !== undefined) {
      connectionOptions(streams);
    }
    return [];
  } catch (error) {
    if (!(error instanceof InvalidNatsSettings)) {
      throw error;
    }
    return error.problems;
  }
}
