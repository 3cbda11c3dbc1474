import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { CarriedFacetsService } from '../profiles/carried-facets.service.ts';
import { FindTextsService } from '../profiles/find-texts.service.ts';
import { MemberTextsService } from '../profiles/member-texts.service.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';
import { AnalysisService } from './analysis.service.ts';
import { FacetSearchService } from './facet-search.service.ts';
import { IntroductionsService } from './introductions.service.ts';
import { NetworkService } from './network.service.ts';
import { SensitiveService } from './sensitive.service.ts';

/** Answers `community.*`. */
@Controller()
export class AnalysisController {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly profiles: ProfilesService,
    private readonly texts: MemberTextsService,
    private readonly finding: FindTextsService,
    private readonly facets: FacetSearchService,
    private readonly naming: CarriedFacetsService,
    private readonly networks: NetworkService,
    private readonly sensitive: SensitiveService,
    private readonly introducing: IntroductionsService,
  ) {}

  @Answers('community.analyse')
  async analyse(
    request: RequestOf<'community.analyse'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.analyse'>> {
    return this.analysis.analyse(request, signal);
  }

  @Answers('community.network')
  async network(
    _request: RequestOf<'community.network'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.network'>> {
    return this.networks.network(signal);
  }

  @Answers('community.demand')
  async demand(
    _request: RequestOf<'community.demand'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.demand'>> {
    return this.networks.demand(signal);
  }

  @Answers('community.evaluate-rules')
  async evaluateRules(
    request: RequestOf<'community.evaluate-rules'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.evaluate-rules'>> {
    return this.analysis.evaluateRules(request, signal);
  }

  @Answers('community.verify-quotes')
  async verifyQuotes(
    request: RequestOf<'community.verify-quotes'>,
  ): Promise<ReplyOf<'community.verify-quotes'>> {
    return this.profiles.verifyQuotes(request);
  }

  @Answers('community.profiles')
  async showProfiles(request: RequestOf<'community.profiles'>): Promise<ReplyOf<'community.profiles'>> {
    return this.profiles.profiles(request);
  }

  @Answers('community.texts')
  async listTexts(request: RequestOf<'community.texts'>): Promise<ReplyOf<'community.texts'>> {
    return this.texts.list(request);
  }

  @Answers('community.find-texts')
  async findTexts(
    request: RequestOf<'community.find-texts'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.find-texts'>> {
    return this.finding.find(request, signal);
  }

  @Answers('community.find-facets')
  async findFacets(request: RequestOf<'community.find-facets'>): Promise<ReplyOf<'community.find-facets'>> {
    return this.facets.find(request);
  }

  @Answers('community.named-facets')
  async namedFacets(
    request: RequestOf<'community.named-facets'>,
  ): Promise<ReplyOf<'community.named-facets'>> {
    return this.naming.namedFacets(request);
  }

  @Answers('community.introductions')
  async introductions(
    request: RequestOf<'community.introductions'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.introductions'>> {
    return this.introducing.propose(request, signal);
  }

  @Answers('community.sensitive')
  async findSensitive(request: RequestOf<'community.sensitive'>): Promise<ReplyOf<'community.sensitive'>> {
    return this.sensitive.find(request);
  }
}
