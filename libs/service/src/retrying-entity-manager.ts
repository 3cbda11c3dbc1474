import type { TransactionOptions } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { toServiceUnavailable } from './database-unavailable.ts';
import { retry } from './retry.ts';

/** deadlock_detected and serialization_failure: PostgreSQL rolled the transaction back so that it may be retried. */
const retryable = ['40P01', '40001'];
const attempts = 5;
const longestDelayMs = 50;

/**
 * EntityManager that retries a transaction which PostgreSQL rolled back as the victim of a deadlock or of a serialization
 * failure. What runs in a transaction may therefore run twice: it must have no effect but on the database, and keep
 * nothing of its first attempt.
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
    try {
      return await retry(async () => super.transactional(work, { ...options }), {
        attempts,
        when: (error) => retryable.includes(codeOf(error)),
        delay: (failures, error) => {
          this.logger.debug(`PostgreSQL rolled a transaction back (${codeOf(error)}); retrying`);
          // Random, so that transactions that collided do not collide again.
          return Math.random() * longestDelayMs * failures;
        },
      });
    } catch (error) {
      // An error of the commit itself does not pass through the driver.
      throw toServiceUnavailable(error) ?? error;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
