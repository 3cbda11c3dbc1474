import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NatsConnectionManager, MessagingModule, MessagingOptions } from '@warren/messaging';
import { HealthModule } from '@warren/service';
import { AccessSettings } from './access/access-settings.ts';
import { AuditController } from './audit/audit.controller.ts';
import { DeniedRequests } from './audit/denied-requests.ts';
import { CommunitySettings } from './community/community-settings.ts';
import { CommunityController } from './community/community.controller.ts';
import type { Config } from './config.ts';
import { Discoveries } from './discovery-runs/discoveries.ts';
import { DiscoveryController } from './discovery-runs/discovery.controller.ts';
import { EventStreams } from './discovery-runs/event-streams.ts';
import { RunFollower } from './discovery-runs/run-follower.ts';
import { RunSettings } from './discovery-runs/run-settings.ts';
import { RunsController } from './discovery-runs/runs.controller.ts';
import { IntroductionsController } from './introductions/introductions.controller.ts';
import { Introductions } from './introductions/introductions.ts';
import { LoginModule } from './login/login.module.ts';
import { ImportController } from './members/import.controller.ts';
import { ImportMappings } from './members/import/import-mappings.ts';
import { Imports } from './members/import/imports.ts';
import { MemberImport } from './members/import/member-import.ts';
import { UploadFolder } from './members/import/upload-folder.ts';
import { UploadSettings } from './members/import/upload-settings.ts';
import { Uploads } from './members/import/uploads.ts';
import { ImportsController } from './members/imports.controller.ts';
import { MemberDetails } from './members/member-detail.ts';
import { MemberExports } from './members/member-export.ts';
import { MembersController } from './members/members.controller.ts';
import { MemberPreview } from './members/preview/member-preview.ts';
import { PatternList } from './patterns/pattern-list.ts';
import { PatternMembers } from './patterns/pattern-members.ts';
import { PatternsController } from './patterns/patterns.controller.ts';
import { ViewablePatterns } from './patterns/viewable-patterns.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { ThemesController } from './themes/themes.controller.ts';
import { Themes } from './themes/themes.ts';

/** Gateway module: translates REST into requests over NATS. */
@Module({})
export class AppModule {
  /** @param access provides the authenticator */
  static forRoot(config: Config, access: DynamicModule): DynamicModule {
    return {
      module: AppModule,
      imports: [
        access,
        LoginModule.forRoot(config, access),
        MessagingModule.forRequests(MessagingOptions.of('gateway', config)),
        HealthModule.forRoot([NatsConnectionManager], (broker: NatsConnectionManager) => ({
          nats: () => broker.isUp(),
        })),
      ],
      controllers: [
        DiscoveryController,
        PatternsController,
        IntroductionsController,
        ThemesController,
        RunsController,
        ImportController,
        ImportsController,
        MembersController,
        CommunityController,
        QuestionsController,
        AuditController,
      ],
      providers: [
        { provide: RunSettings, useValue: runSettingsOf(config) },
        { provide: UploadSettings, useValue: uploadSettingsOf(config) },
        {
          provide: AccessSettings,
          useValue: new AccessSettings({ smallestGroup: config.SMALLEST_GROUP }),
        },
        { provide: CommunitySettings, useValue: communitySettingsOf(config) },
        Discoveries,
        RunFollower,
        PatternList,
        PatternMembers,
        ViewablePatterns,
        Introductions,
        Themes,
        MemberDetails,
        MemberExports,
        MemberImport,
        MemberPreview,
        ImportMappings,
        Imports,
        Uploads,
        UploadFolder,
        EventStreams,
        DeniedRequests,
      ],
    };
  }
}

/** Window over which the rate of an upload is measured: a connection may pause for a moment. */
const windowMs = 30_000;

function runSettingsOf(config: Config): RunSettings {
  return new RunSettings({
    discoverWaitMs: config.DISCOVER_WAIT_S * 1000,
    maxEventStreams: config.MAX_EVENT_STREAMS,
    clientShare: config.PRINCIPAL_SHARE,
  });
}

function communitySettingsOf({ COMMUNITY_NAME, COMMUNITY_SAMPLE }: Config): CommunitySettings {
  return new CommunitySettings({ name: COMMUNITY_NAME, sample: COMMUNITY_SAMPLE });
}

function uploadSettingsOf(config: Config): UploadSettings {
  return new UploadSettings({
    maxBytes: config.MAX_UPLOAD_BYTES,
    limits: {
      totalMs: config.MAX_UPLOAD_S * 1000,
      windowMs,
      minBytes: (config.MIN_UPLOAD_BYTES_PER_S * windowMs) / 1000,
    },
    maxConcurrent: config.MAX_UPLOADS,
    clientShare: config.PRINCIPAL_SHARE,
    folder: config.UPLOAD_DIR ?? join(tmpdir(), `warren-uploads-${process.getuid?.() ?? 'all'}`),
  });
}
