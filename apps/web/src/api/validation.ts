import { z } from 'zod';

/** Imported before any schema: the page's policy allows no code made from text, which zod would use for speed. */
z.config({ jitless: true });
