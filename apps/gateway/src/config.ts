import { ServiceEnvironment } from '@warren/service';
import { z } from 'zod';

/** What the gateway reads from the environment. */
export const Config = ServiceEnvironment.extend({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8000)
    .describe('Port of REST and page; 0: any free'),
  DISCOVER_WAIT_S: z.coerce
    .number()
    .min(0)
    .max(600)
    .default(120)
    .describe('Seconds POST /patterns/discover waits for its run before it answers 202'),
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(1024 ** 3)
    .describe('Largest file of members that POST /members/import takes, in bytes'),
});
export type Config = z.infer<typeof Config>;
