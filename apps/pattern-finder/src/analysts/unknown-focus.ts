import type { CommunityAnalysis } from '@warren/contracts';

/** Answer to focus areas none of which is known in the community; undefined if one is, or if none was given. */
export function unknownFocus({ focus }: CommunityAnalysis): string | undefined {
  if (focus === null || focus.known.length > 0 || focus.categories.length > 0) {
    return undefined;
  }
  const areas = focus.unknown.map(({ area, nearest }) =>
    nearest.length === 0 ? `"${area}"` : `"${area}" (nearest: ${nearest.join(', ')})`,
  );
  return `No member lists ${areas.join(' or ')}, so there is nothing to look for.`;
}
