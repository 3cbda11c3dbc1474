import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { facetsOfRule } from '@warren/contracts';
import type {
  CommunityAnalysis,
  FacetKey,
  ReplyOf,
  RequestOf,
  Rule,
  RuleEvaluation,
  SensitiveKind,
} from '@warren/contracts';
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
  /** Bios of the members whose profiles it shows, by their ids. */
  bios: Map<number, string>;
  /** Texts that it was asked about. */
  asked: string[];
  close(): Promise<void>;
}

const blank = { role: '', looking_for: '', prompt_responses: '', facets: [] };

const emptyAnalysis: CommunityAnalysis = {
  revision: 7,
  total_active_members: 99,
  field_completion_rates: {},
  common_skills: [],
  common_interests: [],
  unique_skills: [],
  unique_interests: [],
  common_facets: [],
  candidates: [],
  tested: 10,
  null_model: 'none',
  focus: null,
};

/** Every rule has the same five members, more than chance would give. */
function evaluationOf(rule: Rule): RuleEvaluation {
  const statistics = {
    ...{ observed: 5, share: 0.1, share_low: 0.05, share_high: 0.2, expected: 1, lift: 5, lift_low: 2 },
    ...{ lift_high: 9, p_value: 0.001, q_value: 0.01, tested: 10 },
  };
  return {
    rule,
    fingerprint: JSON.stringify(facetsOfRule(rule)).slice(0, 60),
    unknown_facets: [],
    basis: 'beyond_chance',
    bases: ['beyond_chance'],
    reason: 'more than chance',
    statistics,
    facets: facetsOfRule(rule).map((key) => ({ key, label: labelOf(key), in_pattern: 5, in_community: 9 })),
    member_ids: [1, 2, 3, 4, 5],
  };
}

function labelOf(key: FacetKey): string {
  return key.slice(key.indexOf(':') + 1);
}

/** Starts the stand-in. */
export async function startCheckingProfiles(natsUrl: string): Promise<CheckingProfiles> {
  const state: Omit<CheckingProfiles, 'close'> = {
    words: new Map(),
    agreed: new Set(),
    members: undefined,
    bios: new Map(),
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
    async evaluate({
      rules,
    }: RequestOf<'community.evaluate-rules'>): Promise<ReplyOf<'community.evaluate-rules'>> {
      return Promise.resolve({ revision: 7, min_members: 3, evaluations: rules.map(evaluationOf) });
    }

    @Answers('community.introductions')
    async introductions(): Promise<ReplyOf<'community.introductions'>> {
      return Promise.resolve({ revision: 7, proposed: [], known: [] });
    }

    @Answers('community.texts')
    async texts(): Promise<ReplyOf<'community.texts'>> {
      return Promise.resolve({ revision: 7, members: state.bios.size, texts: [] });
    }

    @Answers('community.analyse')
    async analyse(): Promise<ReplyOf<'community.analyse'>> {
      return Promise.resolve(emptyAnalysis);
    }

    @Answers('community.profiles')
    async profiles(): Promise<ReplyOf<'community.profiles'>> {
      const profiles = [...state.bios].map(([member_id, bio]) => ({
        member_id,
        bio,
        ...blank,
        text_hash: bio,
      }));
      return Promise.resolve({ total: profiles.length, profiles });
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
