import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequests } from '@warren/contracts';
import { TokenRejected } from '../access/unauthorized.ts';
import { problemOf, problemType } from './problem.ts';

/** Answers every error of REST as `application/problem+json`; the only place where errors become statuses. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, pathOf(request.url));
    if (problem.status === 500) {
      this.logger.error(`${request.method} ${problem.instance} failed`, stackOf(error));
    }
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (problem.status === 503) {
      reply.header('retry-after', '2');
    }
    if (error instanceof TooManyRequests) {
      reply.header('retry-after', String(error.details['retry_after_s']));
    }
    if (problem.status === 401) {
      reply.header(
        'www-authenticate',
        error instanceof TokenRejected ? error.challenge : 'Bearer realm="Warren"',
      );
    }
    await reply
      .status(problem.status)
      .header('content-type', problemType)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
