import { basename } from 'node:path';
import {
  communityNamed,
  databaseOfPath,
  isSameName,
  nameOfFile,
  newCommunity,
  sampleName,
  usualCommunity,
  usualMembers,
} from '@warren/servers';
import type { Community } from '@warren/servers';
import type { StartOptions } from './options.ts';

/** Community that a start opens, and lines for the terminal where somebody may have expected another. */
interface Choice {
  community: Community;
  lines: string[];
}

type Wish = Pick<StartOptions, 'community' | 'members' | 'rename'>;

/**
 * Chooses the community of a start: the named one; else the one that the file had in an earlier version, which kept one
 * for each path; else the one used last. The sample is opened only where there is no other, and never gets others'
 * members.
 * @param communities those of the data folder, the one used last first
 * @throws Error if there is none of that name to rename, or the name is taken
 */
export function chooseCommunity(communities: readonly Community[], wish: Wish): Choice {
  if (wish.rename !== undefined) {
    return renamed(communities, wish.rename, wish.community);
  }
  const choice =
    wish.community === undefined
      ? unnamed(communities, wish.members)
      : named(communities, wish.community, wish.members);
  if (choice.community.sample && wish.members !== undefined && wish.members !== usualMembers) {
    throw new Error(`"${sampleName}" is the sample: choose another --community for your members.`);
  }
  return choice;
}

/** The community of a name. @throws Error listing those there are */
export function mustFind(communities: readonly Community[], name: string): Community {
  const found = communityNamed(communities, name);
  if (found === undefined) {
    throw new Error(`There is no community "${name}". ${thereAre(communities)}`);
  }
  return found;
}

/** Lists communities in a sentence. */
export const thereAre = (communities: readonly Community[]): string =>
  communities.length === 0
    ? 'There is none yet.'
    : `There are: ${communities.map(({ name }) => `"${name}"`).join(', ')}.`;

function named(communities: readonly Community[], name: string, members: string | undefined): Choice {
  const known = communityNamed(communities, name);
  if (known !== undefined) {
    return { community: known, lines: [] };
  }
  const earlier = ofPath(communities, members);
  if (earlier?.named === false) {
    const lines = [`"${earlier.name}", the community of this file so far, is called "${name}" now.`];
    return { community: { ...earlier, name, named: true }, lines };
  }
  const community = newCommunity(communities, name);
  const lines = community.sample ? [] : [`"${name}" is a new community.`];
  if (!community.sample && communities.length > 0) {
    lines.push(thereAre(communities));
  }
  return { community, lines };
}

function unnamed(communities: readonly Community[], members: string | undefined): Choice {
  const usual = usualCommunity(communities);
  if (members === undefined) {
    return { community: usual ?? newCommunity(communities, sampleName), lines: [] };
  }
  if (members === usualMembers) {
    const sample = communityNamed(communities, sampleName) ?? newCommunity(communities, sampleName);
    return { community: sample, lines: [] };
  }
  const earlier = ofPath(communities, members);
  if (earlier !== undefined) {
    return { community: earlier, lines: [] };
  }
  if (usual?.sample === false) {
    const lines = [
      `${basename(members)} goes into "${usual.name}", the community used last; --community NAME names another.`,
    ];
    return { community: usual, lines };
  }
  const community = newCommunity(communities, nameOfFile(members), false);
  const lines = [
    `The community is called "${community.name}", after the file; npm start -- --rename "ITS NAME" names it.`,
  ];
  return { community, lines };
}

/** The community whose database an earlier version made for the file. */
function ofPath(communities: readonly Community[], members: string | undefined): Community | undefined {
  return members === undefined
    ? undefined
    : communities.find(({ database }) => database === databaseOfPath(members, basename(members)));
}

function renamed(communities: readonly Community[], name: string, from: string | undefined): Choice {
  const community = from === undefined ? usualCommunity(communities) : mustFind(communities, from);
  if (community === undefined || community.sample) {
    throw new Error('Only a community of your own can be renamed, and there is none yet.');
  }
  const other = communityNamed(communities, name);
  if (isSameName(name, sampleName) || (other !== undefined && other.database !== community.database)) {
    throw new Error(`"${name}" is the name of another community. ${thereAre(communities)}`);
  }
  const lines = [`"${community.name}" is called "${name}" now.`];
  return { community: { ...community, name, named: true }, lines };
}
