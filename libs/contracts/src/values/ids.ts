import { z } from 'zod';

/** The largest id there can be: PostgreSQL's `integer`. */
export const largestId = 2_147_483_647;

/** An id that the database gives out, or a number that is kept beside one, such as a version. */
export const Id = z.int().positive().max(largestId);

/** An id in a query, where every value is a text. */
export const QueryId = z.coerce.number().pipe(Id);

/** Pages of a list from 1; bounded, so that whatever stands before a page can be counted. */
export const PageNumber = z.coerce.number().int().min(1).max(1_000_000);
