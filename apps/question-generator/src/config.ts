import { EventServiceEnvironment } from '@warren/service';
import type { z } from 'zod';

/** The environment of question-generator, parsed once. */
export const Config = EventServiceEnvironment;
export type Config = z.output<typeof Config>;
