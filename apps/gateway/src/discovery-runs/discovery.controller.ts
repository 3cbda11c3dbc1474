import { DiscoverBody, DiscoverReply, hasEnded } from '@warren/contracts';
import type { RunKind } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RunFollower } from './run-follower.ts';
import { discoverReplyOf, runPath } from './run-messages.ts';
import { ApiProblems, schemaOf } from '../http/api-docs.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { preferenceApplied, readPrefer, waitMs } from '../http/prefer-header.ts';
import { Settings } from '../settings.ts';

const DiscoverRequest = DiscoverBody.default({ focus_areas: [] });
const prefer = {
  name: 'Prefer',
  required: false,
  description:
    'RFC 7240: `respond-async` answers 202 at once, `wait=N` after N seconds where the run is not done',
  schema: { type: 'string' },
} as const;
const idempotencyKey = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'Names this wish: repeated within a day with the same body it is answered with the same run, 409 while that goes on ' +
    'and the request would wait for it, 422 with another body',
  schema: { type: 'string' },
} as const;
const accepted = {
  standardSchema: DiscoverReply,
  description: 'The run goes on; what there is so far',
  headers: { Location: { description: 'Where the run is shown', schema: { type: 'string' } } },
} as const;

/** Starts discoveries and waits for them. */
@ApiTags('patterns')
@Controller('patterns')
export class DiscoveryController {
  constructor(
    private readonly requests: RequestClient,
    private readonly follower: RunFollower,
    private readonly settings: Settings,
  ) {}

  @Post('discover')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look for patterns, and wait for the run' })
  @ApiBody({ required: false, schema: schemaOf(DiscoverBody) })
  @ApiHeader(prefer)
  @ApiHeader(idempotencyKey)
  @ApiOkResponse({ standardSchema: DiscoverReply, description: 'The run has ended' })
  @ApiAcceptedResponse(accepted)
  @ApiProblems(400, 409, 413, 415, 422, 503, 504)
  async discover(
    @Body({ schema: DiscoverRequest }) body: DiscoverBody,
    @Headers('prefer') preferred: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscoverReply> {
    return this.run({ kind: 'discover', ...body, key: readIdempotencyKey(key) }, preferred, reply);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Measure every active pattern on today’s data, then look for patterns' })
  @ApiBody({ required: false, schema: schemaOf(DiscoverBody) })
  @ApiHeader(prefer)
  @ApiHeader(idempotencyKey)
  @ApiOkResponse({ standardSchema: DiscoverReply, description: 'The run has ended' })
  @ApiAcceptedResponse(accepted)
  @ApiProblems(400, 409, 413, 415, 422, 503, 504)
  async refresh(
    @Body({ schema: DiscoverRequest }) body: DiscoverBody,
    @Headers('prefer') preferred: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscoverReply> {
    return this.run({ kind: 'refresh', ...body, key: readIdempotencyKey(key) }, preferred, reply);
  }

  private async run(
    { kind, focus_areas, key }: DiscoverBody & { kind: RunKind; key: string | undefined },
    preferred: string | undefined,
    reply: FastifyReply,
  ): Promise<DiscoverReply> {
    const preference = readPrefer(preferred);
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    const wait = waitMs(preference, this.settings.discoverWaitMs);
    const created = await this.requests.ask('runs.create', {
      kind,
      focus_areas,
      idempotency_key: key,
      waits: wait > 0,
    });
    const run = await this.follower.wait(created, wait, gone.signal);
    const early = !hasEnded(run.status);
    const applied = preferenceApplied(preference, early);
    if (applied !== undefined) {
      reply.header('preference-applied', applied);
    }
    if (early) {
      reply.status(202).header('location', runPath(run.id));
    }
    return discoverReplyOf(run);
  }
}
