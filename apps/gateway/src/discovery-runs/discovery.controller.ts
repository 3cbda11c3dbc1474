import { Body, Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DiscoverBody, DiscoverReply } from '@warren/contracts';
import type { RunKind } from '@warren/contracts';
import { clientKey } from '../access/client-key.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems, schemaOf } from '../http/api-docs.ts';
import { closedSignal } from '../http/client-closed.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { readPrefer } from '../http/prefer-header.ts';
import { Discoveries } from './discoveries.ts';

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
    'Names this request: repeated within a day with the same body it is answered with the same run, 409 while that goes on ' +
    'and the request would wait for it, 422 with another body',
  schema: { type: 'string' },
} as const;
const accepted = {
  standardSchema: DiscoverReply,
  description: 'The run goes on; what there is so far',
  headers: { Location: { description: 'Where the run is shown', schema: { type: 'string' } } },
} as const;

/** REST routes that start runs: `/patterns/discover` and `/patterns/refresh`. */
@ApiTags('patterns')
@Controller('patterns')
export class DiscoveryController {
  constructor(private readonly discoveries: Discoveries) {}

  @Post('discover')
  @RequiresRole('operator')
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
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscoverReply> {
    return this.respond({ kind: 'discover', ...body }, preferred, key, clientKey(sent), reply);
  }

  @Post('refresh')
  @RequiresRole('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Evaluate every active pattern on today’s data, then look for patterns' })
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
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscoverReply> {
    return this.respond({ kind: 'refresh', ...body }, preferred, key, clientKey(sent), reply);
  }

  private async respond(
    request: DiscoverBody & { kind: RunKind },
    preferred: string | undefined,
    key: string | undefined,
    client: string,
    reply: FastifyReply,
  ): Promise<DiscoverReply> {
    const { status, headers, body } = await this.discoveries.run(
      { ...request, idempotency_key: readIdempotencyKey(key), client },
      readPrefer(preferred),
      closedSignal(reply),
    );
    reply.status(status).headers(headers);
    return body;
  }
}
