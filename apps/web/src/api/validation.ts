import { z } from 'zod';

/** Imported before any schema: the Content-Security-Policy forbids eval, which zod would use for speed. */
z.config({ jitless: true });
