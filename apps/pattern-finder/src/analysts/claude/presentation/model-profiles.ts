import type { PseudonymousProfile } from '@warren/contracts';
import { bytesOf, withinBytes } from './within-bytes.ts';

/** Bytes of the profiles of one call. */
const mostBytes = 24_000;
/** Lengths to cut texts to, in characters; the first that makes all profiles fit is used. */
const lengths = [Infinity, 2_000, 1_500, 1_000, 700, 500, 350, 250, 160];
const mostFacets = 20;

type Texts = Pick<PseudonymousProfile, 'role' | 'bio' | 'looking_for' | 'prompt_responses'>;

/** A profile for the model: facets by their keys, as rules refer to them; no texts where it has them already. */
type ModelProfile = Pick<PseudonymousProfile, 'member_id'> &
  (Texts | { shown_before: true }) & { facets: string[]; more_facets?: number };

/** The profiles that a rule or ids select. */
interface Selected {
  readonly total: number;
  readonly profiles: readonly PseudonymousProfile[];
}

/** Profiles for the model. */
interface ModelProfiles {
  readonly total: number;
  readonly profiles: ModelProfile[];
  /** Profiles that did not fit. */
  readonly left_out?: number;
  /** Present if texts were cut. */
  readonly note?: string;
}

/**
 * Converts profiles for the model, in bounded size: if they are too long together, the longest texts are cut first, and
 * profiles are left out only if that is not enough. A cut text is a prefix of what member-profile shows, so that quotes of
 * it can be verified.
 * @param known members whose texts the model has seen whole, as they are now
 */
export function profilesForModel(
  { total, profiles }: Selected,
  known: ReadonlySet<number> = new Set(),
): ModelProfiles {
  const whole = profiles.map((profile) => shorter(profile, known.has(profile.member_id)));
  const length = lengths.find((most) => bytesOf(whole.map((profile) => cut(profile, most))) <= mostBytes);
  const shown = withinBytes(
    whole.map((profile) => cut(profile, length ?? lengths.at(-1) ?? 0)),
    mostBytes,
  );
  return {
    total,
    profiles: shown,
    ...(shown.length < whole.length ? { left_out: whole.length - shown.length } : {}),
    ...(length === Infinity
      ? {}
      : { note: 'Long texts are cut at "…": quote what stands before it, or read fewer profiles at once.' }),
  };
}

/** Checks whether a profile is among those shown, with none of its texts cut. */
export function isWhole(profile: PseudonymousProfile, shown: readonly ModelProfile[]): boolean {
  const { member_id, bio, looking_for, prompt_responses } = profile;
  return shown.some(
    (each) =>
      each.member_id === member_id &&
      'bio' in each &&
      each.bio === bio &&
      each.looking_for === looking_for &&
      each.prompt_responses === prompt_responses,
  );
}

function shorter(profile: PseudonymousProfile, isKnown: boolean): ModelProfile {
  const { member_id, role, bio, looking_for, prompt_responses, facets } = profile;
  const more = facets.length - mostFacets;
  return {
    member_id,
    ...(isKnown ? { shown_before: true } : { role, bio, looking_for, prompt_responses }),
    facets: facets.slice(0, mostFacets).map(({ key }) => key),
    ...(more > 0 ? { more_facets: more } : {}),
  };
}

function cut(profile: ModelProfile, most: number): ModelProfile {
  if (!('bio' in profile)) {
    return profile;
  }
  const { bio, looking_for, prompt_responses } = profile;
  return {
    ...profile,
    bio: beginning(bio, most),
    looking_for: beginning(looking_for, most),
    prompt_responses: beginning(prompt_responses, most),
  };
}

/** Cuts a text between words to at most `most` characters. */
function beginning(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()
        .replace('\ufffd', '')} …`;
}
