import { DatabaseEnvironment, EventsEnvironment, ServiceEnvironment } from '@warren/service';
import { z } from 'zod';

/** The environment of question-generator, parsed once. */
export const Config = ServiceEnvironment.extend(DatabaseEnvironment.shape)
  .extend(EventsEnvironment.shape)
  .extend({
    HEALTH_PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(0)
      .describe('Port of health and metrics; 0: any free port'),
  });
export type Config = z.output<typeof Config>;
