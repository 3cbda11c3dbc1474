import type { EntityManager } from '@mikro-orm/postgresql';

/** What is deleted once it is old enough. */
export interface Purge {
  /** As the log and the metrics name it, in the plural. */
  readonly name: string;
  /** Deletes the next few in the transaction of `em`. @returns their number; 0 where none is left */
  readonly batch: (em: EntityManager) => Promise<number>;
}
