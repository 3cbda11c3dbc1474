import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Vocabulary, loadSensitiveWords, loadVocabulary } from '@warren/facets';
import { AnalysisController } from './analysis/analysis.controller.ts';
import { AnalysisService } from './analysis/analysis.service.ts';
import { FacetSearchService } from './analysis/facet-search.service.ts';
import { IntroductionsService } from './analysis/introductions.service.ts';
import { MiningResults } from './analysis/mining-results.ts';
import { NetworkService } from './analysis/network.service.ts';
import { SensitiveService } from './analysis/sensitive.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { DeniedRequests } from './audit/denied-requests.ts';
import { NamedFacetsService } from './claims/named-facets.service.ts';
import { CommunityCache } from './community/community-cache.ts';
import { MembershipChanges } from './community/membership-changes.ts';
import { erasureFolder } from './config.ts';
import type { Config } from './config.ts';
import { ErasedIdentities } from './erasure/erased-identities.ts';
import { ErasureConfirmations } from './erasure/erasure-confirmations.ts';
import { ErasureReplay } from './erasure/erasure-replay.ts';
import { ErasuresController } from './erasure/erasures.controller.ts';
import { ErasureLedger } from './erasure/ledger.ts';
import { MemberEraser } from './erasure/member-eraser.ts';
import { PublishedErasures } from './erasure/published-erasures.ts';
import { ByHandService } from './members/by-hand/by-hand.service.ts';
import { DepartedMembers } from './members/departed/departed-members.ts';
import { DepartureSettings } from './members/departed/departure-settings.ts';
import { MemberExportService } from './members/export/member-export.service.ts';
import { FacetReader } from './members/facets/facet-reader.ts';
import { StoredFacets } from './members/facets/stored-facets.ts';
import { ImportRecords } from './members/import/import-records.service.ts';
import { ImportService } from './members/import/import.service.ts';
import { MappingsService } from './members/import/mappings.service.ts';
import { MemberPreparer } from './members/import/member-preparer.ts';
import { ImportsController } from './members/imports.controller.ts';
import { MembersController } from './members/members.controller.ts';
import { MembersService } from './members/members.service.ts';
import { PreviewService } from './members/preview/preview.service.ts';
import { SearchIndex } from './members/search/search-index.ts';
import { SearchQueue } from './members/search/search-queue.ts';
import { MemberRemover } from './members/undo/member-remover.ts';
import { MemberRestorer } from './members/undo/member-restorer.ts';
import { UndoService } from './members/undo/undo.service.ts';
import { MiningPool } from './mining/mining-pool.ts';
import { MiningLimits, MiningSettings } from './mining/mining-settings.ts';
import { KnownNames } from './privacy/known-names.ts';
import { Sensitivity } from './privacy/sensitivity.ts';
import { CarriedFacetsService } from './profiles/carried-facets.service.ts';
import { FindTextsService } from './profiles/find-texts.service.ts';
import { MemberTextsService } from './profiles/member-texts.service.ts';
import { ProfilesService } from './profiles/profiles.service.ts';
import { BlindTextsService } from './themes/blind-texts.service.ts';
import { CodebookService } from './themes/codebook.service.ts';
import { JudgingService } from './themes/judging.service.ts';
import { StoredThemes } from './themes/stored-themes.ts';
import { ThemeGate } from './themes/theme-gate.service.ts';
import { ThemePatchesService } from './themes/theme-patches.service.ts';
import { ThemesController } from './themes/themes.controller.ts';
import { ThemesService } from './themes/themes.service.ts';

/** Members, their facets, and the analysis of the community. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        MembersController,
        ImportsController,
        AnalysisController,
        ErasuresController,
        AuditController,
        ThemesController,
      ],
      providers: [
        { provide: Vocabulary, useFactory: () => loadVocabulary(config.VOCABULARY_FILE) },
        {
          provide: Sensitivity,
          useFactory: async () =>
            new Sensitivity(await loadSensitiveWords(config.SENSITIVE_FILE), config.SENSITIVE === 'on'),
        },
        {
          provide: MiningSettings,
          inject: [Vocabulary],
          useFactory: (vocabulary: Vocabulary) =>
            new MiningSettings({
              q: config.FALSE_DISCOVERY_RATE,
              minLift: config.MIN_LIFT,
              minMembers: config.MIN_PATTERN_MEMBERS,
              people: vocabulary.people(),
            }),
        },
        {
          provide: MiningLimits,
          useValue: new MiningLimits({
            timeoutMs: config.ANALYSIS_TIMEOUT_S * 1000,
            maxWaiting: config.ANALYSIS_QUEUE,
            memoryMb: config.ANALYSIS_MEMORY_MB,
          }),
        },
        { provide: DepartureSettings, useValue: new DepartureSettings(config.RETAIN_LEFT_MEMBERS_DAYS) },
        DepartedMembers,
        { provide: ErasureLedger, useValue: new ErasureLedger(erasureFolder(config)) },
        DeniedRequests,
        ErasedIdentities,
        ErasureConfirmations,
        ErasureReplay,
        MemberEraser,
        PublishedErasures,
        MiningPool,
        FacetReader,
        MembersService,
        MemberExportService,
        ImportService,
        ImportRecords,
        MappingsService,
        PreviewService,
        ByHandService,
        MemberPreparer,
        MemberRemover,
        MemberRestorer,
        UndoService,
        MembershipChanges,
        SearchIndex,
        SearchQueue,
        StoredFacets,
        CommunityCache,
        MiningResults,
        AnalysisService,
        FacetSearchService,
        KnownNames,
        FindTextsService,
        MemberTextsService,
        ProfilesService,
        NamedFacetsService,
        CarriedFacetsService,
        NetworkService,
        IntroductionsService,
        SensitiveService,
        BlindTextsService,
        CodebookService,
        JudgingService,
        StoredThemes,
        ThemeGate,
        ThemePatchesService,
        ThemesService,
      ],
    };
  }
}
