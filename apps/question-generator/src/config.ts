import type { z } from 'zod';
import { EventServiceEnvironment } from '@warren/service';

/** The environment of question-generator, parsed once. */
export const Config = EventServiceEnvironment;
export type Config = z.output<typeof Config>;
