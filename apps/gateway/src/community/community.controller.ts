import { Controller, ForbiddenException, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  CommunityAnalysis,
  CommunityDemand,
  CommunityName,
  FacetNetwork,
  FocusAreas,
  Text,
  analysisForViewers,
  demandForViewers,
  nameForViewers,
  networkForViewers,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { principalOf } from '../access/access.guard.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { CommunitySettings } from './community-settings.ts';

const AnalysisQuery = z.object({
  focus_areas: Text.transform((text) =>
    text
      .split(',')
      .map((area) => area.trim())
      .filter((area) => area !== ''),
  )
    .pipe(FocusAreas)
    .optional()
    .describe('Comma separated; narrows the candidates'),
});
type AnalysisQuery = z.infer<typeof AnalysisQuery>;

/** REST routes below `/community`: analyses of the whole membership. */
@ApiTags('community')
@Controller('community')
export class CommunityController {
  constructor(
    private readonly requests: RequestClient,
    private readonly settings: CommunitySettings,
  ) {}

  @Get('name')
  @RequiresRole('viewer', nameForViewers)
  @ApiOperation({ summary: 'How the community is called, and whether it is the made-up sample' })
  @ApiOkResponse({ standardSchema: CommunityName })
  name(): CommunityName {
    const { name, sample } = this.settings;
    return { name, sample };
  }

  @Get('analysis')
  @RequiresRole('viewer', analysisForViewers)
  @ApiOperation({
    summary: 'What the analyst sees: completion, frequencies, candidates with their statistics',
  })
  @ApiOkResponse({ standardSchema: CommunityAnalysis })
  @ApiProblems(422, 503, 504)
  async analysis(
    @Query({ schema: AnalysisQuery }) { focus_areas }: AnalysisQuery,
    @Req() request: FastifyRequest,
  ): Promise<CommunityAnalysis> {
    if (focus_areas !== undefined && principalOf(request).role === 'viewer') {
      // the answer to a focus tells whether anybody has it
      throw new ForbiddenException('An analysis with a focus is for operators: leave out focus_areas.');
    }
    return this.requests.ask('community.analyse', { focus_areas });
  }

  @Get('network')
  @RequiresRole('viewer', networkForViewers)
  @ApiOperation({ summary: 'The most telling facets, linked where two go together beyond chance' })
  @ApiOkResponse({ standardSchema: FacetNetwork })
  @ApiProblems(503, 504)
  async network(): Promise<FacetNetwork> {
    return this.requests.ask('community.network', {});
  }

  @Get('demand')
  @RequiresRole('viewer', demandForViewers)
  @ApiOperation({ summary: 'What members look for, and how many have it' })
  @ApiOkResponse({ standardSchema: CommunityDemand })
  @ApiProblems(503, 504)
  async demand(): Promise<CommunityDemand> {
    return this.requests.ask('community.demand', {});
  }
}
