import type { z } from 'zod';
import { EventServiceEnvironment, withinReach } from '@warren/service';

/** The environment of question-generator, parsed once. */
export const Config = EventServiceEnvironment.check(withinReach);
export type Config = z.output<typeof Config>;
