import { NatsConnectionManager, MessagingModule, MessagingOptions } from '@warren/messaging';
import { HealthModule } from '@warren/service';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { CommunityController } from './community/community.controller.ts';
import { EventStreams } from './discovery-runs/event-streams.ts';
import { RunFollower } from './discovery-runs/run-follower.ts';
import { RunsController } from './discovery-runs/runs.controller.ts';
import { ImportController } from './members/import/import.controller.ts';
import { MemberImport } from './members/import/member-import.ts';
import { UploadFolder } from './members/import/upload-folder.ts';
import { Uploads } from './members/import/uploads.ts';
import { MemberDetails } from './members/member-detail.ts';
import { MembersController } from './members/members.controller.ts';
import { DiscoveryController } from './discovery-runs/discovery.controller.ts';
import { PatternList } from './patterns/pattern-list.ts';
import { PatternMembers } from './patterns/pattern-members.ts';
import { PatternsController } from './patterns/patterns.controller.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { Settings } from './settings.ts';

/** The gateway: REST on one side, requests over NATS on the other. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    const settings = settingsOf(config);
    return {
      module: AppModule,
      imports: [
        MessagingModule.forRequests(new MessagingOptions({ service: 'gateway', servers: config.NATS_URL })),
        HealthModule.forRoot([NatsConnectionManager], (broker: NatsConnectionManager) => ({
          nats: () => broker.isUp(),
        })),
      ],
      controllers: [
        DiscoveryController,
        PatternsController,
        RunsController,
        ImportController,
        MembersController,
        CommunityController,
        QuestionsController,
      ],
      providers: [
        { provide: Settings, useValue: settings },
        RunFollower,
        PatternList,
        PatternMembers,
        MemberDetails,
        MemberImport,
        Uploads,
        UploadFolder,
        EventStreams,
      ],
    };
  }
}

/** A file's rate is looked at so often: a connection may stand still for a moment. */
const windowMs = 30_000;

function settingsOf(config: Config): Settings {
  return new Settings({
    discoverWaitMs: config.DISCOVER_WAIT_S * 1000,
    uploads: {
      bytes: config.MAX_UPLOAD_BYTES,
      pace: {
        wholeMs: config.MAX_UPLOAD_S * 1000,
        windowMs,
        leastBytes: (config.MIN_UPLOAD_BYTES_PER_S * windowMs) / 1000,
      },
      atOnce: config.MAX_UPLOADS,
    },
    uploadDir: config.UPLOAD_DIR ?? join(tmpdir(), `warren-uploads-${process.getuid?.() ?? 'all'}`),
    eventStreams: config.MAX_EVENT_STREAMS,
  });
}
