import type { PseudonymousProfile, ReplyOf } from '@warren/contracts';
import { bytesOf, withinBytes } from './within-bytes.ts';

/** What the profiles of one call take together. */
const mostBytes = 24_000;
/** Characters of one text; the first that makes all of them fit. */
const lengths = [Infinity, 2_000, 1_500, 1_000, 700, 500, 350, 250, 160];
const mostFacets = 20;

/** A profile as the model reads it: facets by their keys, as rules name them. */
type ModelProfile = Omit<PseudonymousProfile, 'facets'> & { facets: string[]; more_facets?: number };

/** Profiles as the model reads them. */
export interface ModelProfiles {
  readonly total: number;
  readonly profiles: ModelProfile[];
  /** Profiles there was no room for. */
  readonly left_out?: number;
  /** Said where texts were cut. */
  readonly note?: string;
}

/**
 * Profiles for the model, bounded whatever their members wrote: where they are too long together, the longest texts are
 * cut first, and profiles are left out only where that is not enough. What is left of a text is its beginning as shown
 * by member-profile, so that quotes of it stand in what they are checked against.
 */
export function profilesForModel({ total, profiles }: ReplyOf<'community.profiles'>): ModelProfiles {
  const whole = profiles.map(shorter);
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

function shorter({ facets, ...profile }: PseudonymousProfile): ModelProfile {
  const more = facets.length - mostFacets;
  return {
    ...profile,
    facets: facets.slice(0, mostFacets).map(({ key }) => key),
    ...(more > 0 ? { more_facets: more } : {}),
  };
}

function cut(profile: ModelProfile, most: number): ModelProfile {
  const { bio, looking_for, prompt_responses } = profile;
  return {
    ...profile,
    bio: beginning(bio, most),
    looking_for: beginning(looking_for, most),
    prompt_responses: beginning(prompt_responses, most),
  };
}

/** At most so many characters, cut between words. */
function beginning(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()
        .replace('\ufffd', '')} …`;
}
