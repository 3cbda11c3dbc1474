import { EntityManager } from '@mikro-orm/postgresql';
import type { TransactionOptions } from '@mikro-orm/core';
import { Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { toServiceUnavailable } from './database-unavailable.ts';

/** deadlock_detected and serialization_failure: PostgreSQL undid the transaction so that it may be done again. */
const undone = ['40P01', '40001'];
const tries = 5;
const mostPauseMs = 50;

/**
 * An EntityManager whose transactions are done again where PostgreSQL undid them in favour of another. So what runs in
 * one may run twice: it must have no effect but on the database, and keep nothing of its first time.
 */
export class RetryingEntityManager extends EntityManager {
  private readonly logger = new Logger(RetryingEntityManager.name);

  override async transactional<T>(
    work: (em: this) => T | Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (this.isInTransaction()) {
      return super.transactional(work, options);
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await super.transactional(work, { ...options });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!undone.includes(code) || attempt === tries) {
          // An error of the commit itself does not come by way of the driver.
          throw toServiceUnavailable(error) ?? error;
        }
        this.logger.debug(`Transaction undone by PostgreSQL (${code}); done again`);
        // Apart from each other, those that met do not meet again.
        await delay(Math.random() * mostPauseMs * attempt);
      }
    }
  }
}
