import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { toServiceUnavailable } from './database-unavailable.ts';
import { FaithfulPlatform } from './faithful-platform.ts';

/** Fields of PostgreSQL's errors beside the message, all of which may quote rows: see "Error and Notice Message Fields". */
const quoting = ['detail', 'hint', 'where', 'internalQuery', 'query', 'parameters'] as const;
/**
 * Errors whose message itself quotes a value: class 22, data exception (`invalid input syntax for type json: "…"`), and
 * syntax_error, which quotes the statement with its values, or a search (`syntax error in tsquery: "…"`).
 */
const quotesValue = /^(22|42601)/;

/**
 * MikroORM's driver for PostgreSQL, whose errors name the failure and never quote a row. They end in logs, in reasons of
 * runs and in parked messages, and a violated constraint quotes the whole member ("Failing row contains (…)").
 */
export class RedactingPostgreSqlDriver extends PostgreSqlDriver {
  protected override readonly platform = new FaithfulPlatform();

  /** @throws ServiceUnavailable where the server is unavailable; DeadlineExceeded where it took too long */
  override convertException(exception: Error): ReturnType<PostgreSqlDriver['convertException']> {
    const unavailable = toServiceUnavailable(exception);
    if (unavailable !== undefined) {
      throw unavailable;
    }
    return super.convertException(withoutRows(exception));
  }
}

/** Removes from an error what PostgreSQL quotes of the data. */
function withoutRows(error: Error): Error {
  for (const field of quoting) {
    Reflect.deleteProperty(error, field);
  }
  const code = 'code' in error ? String(error.code) : '';
  if (quotesValue.test(code)) {
    const message = error.message.replace(/".*"/s, '"…"');
    error.stack = error.stack?.replace(error.message, message);
    error.message = message;
  }
  return error;
}
