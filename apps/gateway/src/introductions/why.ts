import { facetKind } from '@warren/contracts';
import type { FacetKey, FacetKind, Introduction } from '@warren/contracts';

type Reasons = Pick<Introduction, 'seeker' | 'giver' | 'need' | 'offer' | 'shared' | 'mutual'>;
type Person = Introduction['seeker'];

const asA: Record<FacetKind, string> = {
  skill: 'as a skill',
  interest: 'as an interest',
  role: 'as a role',
  trait: 'as a trait',
  location: 'as a place',
  looking_for: 'as a wish',
  theme: 'as a theme',
};
const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** One sentence that tells two people why to meet. */
export function whyOf({ seeker, giver, need, offer, shared, mutual }: Reasons): string {
  const [one, other] = [nameOf(seeker), nameOf(giver)];
  const needs = need === null ? 'says what is needed' : `looks for ${need.label}`;
  const gives =
    offer === null
      ? 'says something that may answer it'
      : isTheme(offer)
        ? `writes of ${offer.label}`
        : `lists ${offer.label} ${asA[facetKind(offer.key)]}`;
  const both = shared.some(isTheme) ? 'have' : 'list';
  const reasons = [
    `${one} ${needs}, and ${other} ${gives}`,
    ...(mutual ? [`${other} looks for something that ${one} has`] : []),
    ...(shared.length > 0 ? [`both ${both} ${listed.format(shared.map(({ label }) => label))}`] : []),
  ];
  return `${reasons.join('; ')}.`;
}

/** A theme stands in what somebody writes, and in no list. */
const isTheme = ({ key }: { key: FacetKey }): boolean => facetKind(key) === 'theme';

function nameOf({ id, first_name, last_name }: Person): string {
  return [first_name, last_name].filter((part) => part !== '').join(' ') || `Member ${id}`;
}
