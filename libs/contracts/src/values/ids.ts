import { z } from 'zod';

/** Largest id: that of PostgreSQL's `integer`. */
export const largestId = 2_147_483_647;

/** Id assigned by the database, or a similar number, such as a version. */
export const Id = z.int().positive().max(largestId);

/** Id in a query, where every value is a string. */
export const QueryId = z.coerce.number().pipe(Id);

/** Number of a page, from 1; bounded, so that its offset fits an integer. */
export const PageNumber = z.coerce.number().int().min(1).max(1_000_000);
