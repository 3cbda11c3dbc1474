import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ReplyOf, RequestOf, SensitiveKind } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';

/** Finds nothing sensitive and nobody to introduce, for tests of other things. */
@Controller()
export class HarmlessCheck {
  @Answers('community.sensitive')
  async sensitive(): Promise<ReplyOf<'community.sensitive'>> {
    return Promise.resolve({ revision: 7, findings: [], agreed: false });
  }

  @Answers('community.introductions')
  async introductions(): Promise<ReplyOf<'community.introductions'>> {
    return Promise.resolve({ revision: 7, proposed: [], known: [] });
  }
}

/** Stand-in for member-profile, over a real NATS server, whose vocabulary and members the test sets. */
export interface CheckingProfiles {
  /** Sensitive words, with what they are about. */
  words: Map<string, SensitiveKind>;
  /** Members who agree that they are published. */
  agreed: Set<number>;
  /** Members whose quotes are still in their profiles; undefined: all. */
  members: Set<number> | undefined;
  /** Texts that it was asked about. */
  asked: string[];
  close(): Promise<void>;
}

/** Starts the stand-in. */
export async function startCheckingProfiles(natsUrl: string): Promise<CheckingProfiles> {
  const state: Omit<CheckingProfiles, 'close'> = {
    words: new Map(),
    agreed: new Set(),
    members: undefined,
    asked: [],
  };

  @Controller()
  class Profiles {
    @Answers('community.verify-quotes')
    async verify({
      quotes,
    }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
      const verdicts = quotes.map((quote) => {
        const verified = state.members?.has(quote.member_id) ?? true;
        return { quote, verified, reason: verified ? null : 'nobody' };
      });
      return Promise.resolve({ revision: 7, min_members: 3, total_active_members: 99, verdicts });
    }

    @Answers('community.named-facets')
    async named(): Promise<ReplyOf<'community.named-facets'>> {
      return Promise.resolve({ revision: 7, named: [] });
    }

    @Answers('community.evaluate-rules')
    async evaluate(): Promise<ReplyOf<'community.evaluate-rules'>> {
      return Promise.resolve({ revision: 7, min_members: 3, evaluations: [] });
    }

    @Answers('community.sensitive')
    async sensitive({
      texts,
      member_ids = [],
    }: RequestOf<'community.sensitive'>): Promise<ReplyOf<'community.sensitive'>> {
      state.asked.push(...texts);
      const findings = texts.flatMap((text, index) =>
        [...state.words]
          .filter(([word]) => text.toLowerCase().includes(word))
          .map(([words, kind]) => ({ kind, where: 'text' as const, index, words })),
      );
      const agreed = member_ids.length > 0 && member_ids.every((id) => state.agreed.has(id));
      return Promise.resolve({ revision: 7, findings, agreed });
    }
  }

  const messaging = new MessagingOptions({ service: 'member-profile', servers: [natsUrl] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles] })
  class ProfilesModule {}

  const app = await NestFactory.create(ProfilesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
  await app.init();
  await serveMessages(app, false);
  return Object.assign(state, { close: () => app.close() });
}
