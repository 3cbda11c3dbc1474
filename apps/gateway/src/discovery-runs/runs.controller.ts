import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ReplayBody,
  Run,
  RunNotFound,
  RunQuery,
  progressForViewers,
  runForViewers,
  runsForViewers,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { clientKey } from '../access/client-key.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems, schemaOf } from '../http/api-docs.ts';
import { closedSignal } from '../http/client-closed.ts';
import { idOf } from '../http/validation.ts';
import { EventStreams } from './event-streams.ts';

const RunId = idOf((id) => RunNotFound.of(id));

/** REST routes below `/discovery-runs`: runs, their progress, and the operator's commands. */
@ApiTags('discovery runs')
@Controller('discovery-runs')
export class RunsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @RequiresRole('viewer', runsForViewers)
  @ApiOperation({ summary: 'Runs, newest first' })
  @ApiOkResponse({
    standardSchema: Run,
    isArray: true,
    headers: {
      'X-Total-Count': { description: 'Runs that match, on all pages', schema: { type: 'integer' } },
    },
  })
  @ApiProblems(422, 503, 504)
  async list(
    @Query({ schema: RunQuery }) query: RunQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Run[]> {
    const { runs, total } = await this.requests.ask('runs.list', query);
    reply.header('x-total-count', total);
    return runs;
  }

  @Get(':id')
  @RequiresRole('viewer', runForViewers)
  @ApiOperation({ summary: 'One run, with spend, turns, and what was rejected and why' })
  @ApiOkResponse({ standardSchema: Run })
  @ApiProblems(404, 422, 503, 504)
  async get(@Param('id', { schema: RunId }) id: number): Promise<Run> {
    return this.requests.ask('runs.get', { id });
  }

  @Get(':id/events')
  @RequiresRole('viewer', progressForViewers)
  @ApiOperation({
    summary: 'Progress of a run as server-sent events',
    description:
      'First a `snapshot`, then each step as it happens, at last `ended`. Each event is named after its step; its data ' +
      'is a RunProgress. A client that comes back after the end (Last-Event-ID: end) is answered 204.',
  })
  @ApiOkResponse({
    description: 'Events until the run has ended',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @ApiProblems(404, 422, 503, 504)
  async events(
    @Param('id', { schema: RunId }) id: number,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stream = await this.streams.of(id, lastSeen, clientKey(request), closedSignal(reply));
    if (stream === null) {
      await reply.status(204).send();
      return;
    }
    await reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }

  @Post(':id/cancel')
  @RequiresRole('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a run before its next model call' })
  @ApiOkResponse({ standardSchema: Run })
  @ApiProblems(404, 409, 422, 503, 504)
  async cancel(@Param('id', { schema: RunId }) id: number): Promise<Run> {
    return this.requests.ask('runs.cancel', { id });
  }

  @Post(':id/replay')
  @RequiresRole('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start a parked or budget-exhausted run again where it stood' })
  @ApiBody({ required: false, schema: schemaOf(ReplayBody) })
  @ApiOkResponse({ standardSchema: Run })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503, 504)
  async replay(
    @Param('id', { schema: RunId }) id: number,
    @Body({ schema: ReplayBody.default({}) }) body: ReplayBody,
    @Req() request: FastifyRequest,
  ): Promise<Run> {
    return this.requests.ask('runs.replay', { id, ...body, client: clientKey(request) });
  }
}
