import { Body, Controller, Get, Param, Patch, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  FacetShare,
  PairOfPattern,
  Pattern,
  PatternHistory,
  PatternMemberPage,
  PatternNotFound,
  PatternPatch,
  PatternQuery,
  facetSharesForViewers,
  historyForViewers,
  patternForViewers,
  patternsForViewers,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { principalOf } from '../access/access.guard.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { PageQuery, linkToNext } from '../http/pagination.ts';
import { idOf } from '../http/validation.ts';
import { PatternList } from './pattern-list.ts';
import { PatternMembers } from './pattern-members.ts';
import { ViewablePatterns } from './viewable-patterns.ts';

const PatternId = idOf((id) => PatternNotFound.of(id));

/** REST routes below `/patterns`. */
@ApiTags('patterns')
@Controller('patterns')
export class PatternsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly listed: PatternList,
    private readonly members: PatternMembers,
    private readonly viewable: ViewablePatterns,
  ) {}

  @Get()
  @RequiresRole('viewer', patternsForViewers)
  @ApiOperation({ summary: 'Active patterns, or those asked for; most members first' })
  @ApiOkResponse({
    standardSchema: Pattern,
    isArray: true,
    headers: {
      'X-Total-Count': { description: 'Patterns that match, on all pages', schema: { type: 'integer' } },
      Link: { description: 'rel="next": the next page (RFC 8288); with limit', schema: { type: 'string' } },
    },
  })
  @ApiProblems(422, 503, 504)
  async list(
    @Query({ schema: PatternQuery }) query: PatternQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.listed.page(this.viewable.listing(query, principalOf(request)));
    reply.type('application/json; charset=utf-8').header('x-total-count', page.total);
    if (page.next !== null) {
      reply.header('link', linkToNext(request.url, page.next));
    }
    return page.json;
  }

  @Get(':id')
  @RequiresRole('viewer', patternForViewers)
  @ApiOperation({ summary: 'One pattern' })
  @ApiOkResponse({ standardSchema: Pattern })
  @ApiProblems(404, 422, 503, 504)
  async get(
    @Param('id', { schema: PatternId }) id: number,
    @Req() request: FastifyRequest,
  ): Promise<Pattern> {
    return this.viewable.get(id, principalOf(request));
  }

  @Get(':id/history')
  @RequiresRole('viewer', historyForViewers)
  @ApiOperation({ summary: 'Observations and versions of a pattern, newest first' })
  @ApiOkResponse({ standardSchema: PatternHistory })
  @ApiProblems(404, 422, 503, 504)
  async history(
    @Param('id', { schema: PatternId }) id: number,
    @Req() request: FastifyRequest,
  ): Promise<PatternHistory> {
    await this.viewable.check(id, principalOf(request));
    return this.requests.ask('patterns.history', { id });
  }

  @Get(':id/facets')
  @RequiresRole('viewer', facetSharesForViewers)
  @ApiOperation({ summary: 'How common the facets of a pattern are inside and outside of it' })
  @ApiOkResponse({ standardSchema: FacetShare, isArray: true })
  @ApiProblems(404, 422, 503, 504)
  async facets(
    @Param('id', { schema: PatternId }) id: number,
    @Req() request: FastifyRequest,
  ): Promise<FacetShare[]> {
    await this.viewable.check(id, principalOf(request));
    const { facets } = await this.requests.ask('patterns.facets', { id });
    return facets;
  }

  @Get(':id/introductions')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Members of a collaboration to introduce to each other, best first' })
  @ApiOkResponse({ standardSchema: PairOfPattern, isArray: true })
  @ApiProblems(404, 422, 503, 504)
  async introductions(@Param('id', { schema: PatternId }) id: number): Promise<PairOfPattern[]> {
    return this.members.introductions(id);
  }

  @Get(':id/members')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Members of a pattern, each with the facets or words that put it there' })
  @ApiOkResponse({ standardSchema: PatternMemberPage })
  @ApiProblems(404, 422, 503, 504)
  async membersOf(
    @Param('id', { schema: PatternId }) id: number,
    @Query({ schema: PageQuery }) page: PageQuery,
  ): Promise<PatternMemberPage> {
    return this.members.page(id, page);
  }

  @Patch(':id')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'The operator’s word on a pattern, which no run reverses' })
  @ApiOkResponse({ standardSchema: Pattern })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503, 504)
  async patch(
    @Param('id', { schema: PatternId }) id: number,
    @Body({ schema: PatternPatch }) patch: PatternPatch,
  ): Promise<Pattern> {
    return this.requests.ask('patterns.patch', { id, patch });
  }
}
