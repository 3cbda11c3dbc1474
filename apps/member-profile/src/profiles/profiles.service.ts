import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { BlindText, Consent, ReplyOf, RequestOf } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { membersOfRule } from '@warren/mining';
import { CommunityCache } from '../community/community-cache.ts';
import { toFacets } from '../members/to-member.ts';
import { MiningSettings } from '../mining/mining-settings.ts';
import { KnownNames } from '../privacy/known-names.ts';
import type { Person, Pseudonymiser } from '../privacy/known-names.ts';
import { namesOf } from '../privacy/names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { Sensitivity } from '../privacy/sensitivity.ts';
import { textHash } from './member-texts.service.ts';
import { showProfile, textsOf, withoutSensitive } from './shown-profile.ts';
import type { ProfileTexts, ShownProfile } from './shown-profile.ts';
import { verifyQuote } from './verify-quote.ts';
import type { QuotableProfile } from './verify-quote.ts';

/** Count with which a member's facet is checked: as if others listed it too, so that common words survive. */
const assumedCount = 2;
/** Maximum number of facets shown per member, since a profile's size is bounded. */
const maxFacets = 100;

/** What quotes of a member are verified against. */
export interface VerifiableProfile extends QuotableProfile {
  readonly textHash: string;
  /** Whether words tell something sensitive that the member did not agree to have told. */
  readonly isSensitive: (text: string) => boolean;
}

type Profile = ReplyOf<'community.profiles'>['profiles'][number];

interface ReadMember extends ProfileTexts, Person {
  id: number;
  consents: Consent[];
  text_hash: string;
  facets: string[];
  facet_labels: string[];
}

/** Shows pseudonymous profiles, and verifies quotes against them. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly em: EntityManager,
    private readonly communities: CommunityCache,
    private readonly names: KnownNames,
    private readonly vocabulary: Vocabulary,
    private readonly settings: MiningSettings,
    private readonly sensitivity: Sensitivity,
  ) {}

  async profiles(request: RequestOf<'community.profiles'>): Promise<ReplyOf<'community.profiles'>> {
    const { ids, total } = await this.select(request);
    const members = await this.read(ids, request.limit);
    const pseudonymiser = await this.pseudonymiserFor(members);
    return { total, profiles: members.map((member) => this.toProfile(member, pseudonymiser)) };
  }

  /** What these members wrote as it may be quoted, without what is sensitive. */
  async quotable(
    ids: readonly number[],
  ): Promise<{ memberId: number; quotable: ShownProfile['quotable'] }[]> {
    const members = await this.read(ids, ids.length);
    const pseudonymiser = await this.pseudonymiserFor(members);
    return members.map((member) => ({
      memberId: member.id,
      quotable: show(this.tellable(member), pseudonymiser).quotable,
    }));
  }

  async verifyQuotes({
    quotes,
  }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
    const { revision, membership } = await this.communities.current();
    const ids = [...new Set(quotes.map(({ member_id }) => member_id))];
    const profiles = await this.verifiable(ids);
    return {
      revision,
      min_members: this.settings.minMembers,
      total_active_members: membership.ids.length,
      verdicts: quotes.map((quote) => {
        const profile = profiles.get(quote.member_id);
        return verifyQuote(quote, profile, profile?.isSensitive ?? this.isSensitive);
      }),
    };
  }

  /** What quotes of these members are verified against, by member. */
  async verifiable(ids: readonly number[]): Promise<ReadonlyMap<number, VerifiableProfile>> {
    const members = await this.read(ids, ids.length);
    const pseudonymiser = await this.pseudonymiserFor(members);
    return new Map(
      members.map((member) => [
        member.id,
        {
          shown: show(this.tellable(member), pseudonymiser),
          whole: show(member, pseudonymiser),
          textHash: member.text_hash,
          isSensitive: this.sensitivity.agrees(member) ? () => false : this.isSensitive,
        },
      ]),
    );
  }

  /** What these members wrote as it may be shown, in their order; without role and lists. */
  async blindTexts(ids: readonly number[]): Promise<BlindText[]> {
    const members = await this.read(ids, ids.length);
    const pseudonymiser = await this.pseudonymiserFor(members);
    const shown = new Map(
      members.map((member) => [
        member.id,
        {
          member_id: member.id,
          text_hash: member.text_hash,
          ...show(this.tellable(member), pseudonymiser).texts,
        },
      ]),
    );
    return ids.flatMap((id) => shown.get(id) ?? []);
  }

  /** What members wrote and may be told, by member; of names and contacts nothing is removed, so that it must not leave. */
  async tellableTexts(ids: readonly number[]): Promise<(ProfileTexts & { id: number })[]> {
    return (await this.read(ids, ids.length)).map((member) => this.tellable(member));
  }

  /** The ids that a request selects by rule, by id or by both, undefined for all; and how many of them are analysed. */
  private async select({
    rule,
    member_ids,
  }: RequestOf<'community.profiles'>): Promise<{ ids: number[] | undefined; total: number }> {
    const { membership } = await this.communities.current();
    const isWanted = (id: number): boolean => member_ids?.includes(id) ?? true;
    if (rule !== undefined) {
      const ids = membersOfRule(membership, rule).filter(isWanted);
      return { ids, total: ids.length };
    }
    const total = member_ids === undefined ? membership.ids.length : membership.ids.filter(isWanted).length;
    return { ids: member_ids, total };
  }

  /** Reads analysed members, those with texts of their own first. */
  private async read(ids: readonly number[] | undefined, limit: number): Promise<ReadMember[]> {
    // As one array parameter, so that the planner knows their number: many are scanned in the requested order, few by id.
    const among = ids === undefined ? '' : 'and id = any(?::integer[])';
    const params = ids === undefined ? [] : [`{${ids.join(',')}}`];
    return this.em.fork().execute<ReadMember[]>(
      `select id, first_name, last_name, email, website, urls, role, bio, looking_for, prompt_responses,
         facets || themes as facets, facet_labels || theme_labels as facet_labels,
         to_json(consents) as consents, ${textHash} as text_hash
       from member where analysed ${among}
       order by (bio <> '' or prompt_responses <> '[]') desc, id limit ?`,
      [...params, limit],
    );
  }

  private readonly isSensitive = (text: string): boolean => this.sensitivity.words.in(text).length > 0;

  /** A member with the texts that may be told: without sensitive sentences, unless the member agreed. */
  private tellable(member: ReadMember): ReadMember {
    return this.sensitivity.agrees(member) ? member : withoutSensitive(member, this.sensitivity.words);
  }

  private async pseudonymiserFor(members: readonly ReadMember[]): Promise<Pseudonymiser> {
    return this.names.pseudonymiserFor(
      members.flatMap((member) => [...textsOf(member), ...member.facet_labels]),
    );
  }

  private toProfile(member: ReadMember, pseudonymiser: Pseudonymiser): Profile {
    const { role, texts } = show(this.tellable(member), pseudonymiser);
    const own = namesOf(member.first_name, member.last_name);
    const facets = toFacets({ facets: member.facets, facetLabels: member.facet_labels });
    return {
      member_id: member.id,
      role,
      ...texts,
      text_hash: member.text_hash,
      facets: facets
        .filter((facet) =>
          isPresentable({ ...facet, count: assumedCount }, pseudonymiser.known, this.vocabulary, own),
        )
        .slice(0, maxFacets),
    };
  }
}

function show(member: ReadMember, { redact }: Pseudonymiser): ShownProfile {
  return showProfile(member, (text) => redact(text, member));
}
