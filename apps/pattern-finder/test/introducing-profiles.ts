import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FacetKey, MemberFacet, NamedFacet, ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';

/** Stand-in for member-profile, over a real NATS server, whose members the test sets. */
export interface IntroducingProfiles {
  /** Bios by member; quotes are verified against them, and widened to their sentence. */
  bios: Map<number, string>;
  facets: Map<number, MemberFacet[]>;
  /** Words that are sensitive. */
  sensitive: string[];
  /** Facets that a text names which neither of the two has. */
  named: string[];
  /** Requests for introductions. */
  asked: RequestOf<'community.introductions'>[];
  close(): Promise<void>;
}

const notVerbatim = 'These words do not stand there.';

/** Starts the stand-in. */
export async function startIntroducingProfiles(natsUrl: string): Promise<IntroducingProfiles> {
  const state: Omit<IntroducingProfiles, 'close'> = {
    bios: new Map(),
    facets: new Map(),
    sensitive: [],
    named: [],
    asked: [],
  };

  @Controller()
  class Profiles {
    @Answers('community.verify-quotes')
    async verify({
      quotes,
    }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
      const verdicts = quotes.map((quote) => {
        const sentence = (state.bios.get(quote.member_id) ?? '')
          .split(/(?<=\.) /)
          .find((part) => part.includes(quote.quote));
        const turned = sentence?.includes('never') === true && !quote.quote.includes('never');
        return {
          quote: { ...quote, quote: sentence ?? quote.quote },
          verified: sentence !== undefined,
          reason: sentence === undefined ? notVerbatim : null,
          ...(turned && { turned_by: 'never' }),
        };
      });
      return Promise.resolve({ revision: 7, min_members: 3, total_active_members: 99, verdicts });
    }

    @Answers('community.profiles')
    async profiles({
      member_ids = [],
    }: RequestOf<'community.profiles'>): Promise<ReplyOf<'community.profiles'>> {
      const profiles = [...state.bios]
        .filter(([id]) => member_ids.includes(id))
        .map(([member_id, bio]) => ({
          member_id,
          bio,
          ...{ role: '', looking_for: '', prompt_responses: '', text_hash: bio },
          facets: state.facets.get(member_id) ?? [],
        }));
      return Promise.resolve({ total: profiles.length, profiles });
    }

    @Answers('community.named-facets')
    async names({ texts }: RequestOf<'community.named-facets'>): Promise<ReplyOf<'community.named-facets'>> {
      const named = texts.flatMap((text, place) =>
        state.named
          .filter((label) => text.includes(label))
          .map((label): NamedFacet => ({
            text: place,
            label,
            folded: label,
            also: [],
            broader: [],
            carriers: { has: 0, otherwise: 0, in_community: 9 },
          })),
      );
      return Promise.resolve({ revision: 7, named, members: 2, total_active_members: 99, carried: [] });
    }

    @Answers('community.sensitive')
    async find({ texts }: RequestOf<'community.sensitive'>): Promise<ReplyOf<'community.sensitive'>> {
      const findings = texts.flatMap((text, index) =>
        state.sensitive
          .filter((words) => text.includes(words))
          .map((words) => ({ kind: 'health' as const, where: 'text' as const, index, words })),
      );
      return Promise.resolve({ revision: 7, findings, agreed: true });
    }

    @Answers('community.introductions')
    async introductions(
      request: RequestOf<'community.introductions'>,
    ): Promise<ReplyOf<'community.introductions'>> {
      state.asked.push(request);
      return Promise.resolve({ revision: 7, proposed: [], known: request.known.map(() => null) });
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

/** A facet with its label. */
export function facet(key: FacetKey): MemberFacet {
  return { key, label: key.slice(key.indexOf(':') + 1).toUpperCase() };
}
