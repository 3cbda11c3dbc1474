import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MemberText, ReplyOf, RequestOf } from '@warren/contracts';
import { readMembership } from '../community/membership-changes.ts';

/**
 * Hash of what a member wrote, and of the consents that decide how much of it is shown: it changes whenever there may be
 * something new to read.
 */
export const textHash = `left(encode(sha256(convert_to(
  jsonb_build_array(role, bio, looking_for, prompt_responses, consents)::text, 'UTF8')), 'hex'), 16)`;

/** Condition of a member who wrote something that can be read. */
export const wrote = `(bio <> '' or looking_for <> '{}' or prompt_responses <> '[]')`;

/** Characters of a member's texts, about as many as are shown of each. */
const characters = `least(char_length(role), 150) + least(char_length(bio), 3000)
  + least(char_length(array_to_string(looking_for, ' ')), 1000) + least(char_length(prompt_responses::text), 3000)`;

/** Lists whose texts there are to read, with their hashes and lengths and without the texts. */
@Injectable()
export class MemberTextsService {
  constructor(private readonly em: EntityManager) {}

  async list({
    known_revision,
    after,
    limit,
  }: RequestOf<'community.texts'>): Promise<ReplyOf<'community.texts'>> {
    const em = this.em.fork();
    // Read first: a change in between is listed, and found again at its own revision.
    const { revision, analysed } = await readMembership(em);
    if (revision === known_revision) {
      return { revision, members: analysed, texts: [] };
    }
    const rows = await em.execute<{ id: number; hash: string; characters: number; revision: number }[]>(
      `select id, ${textHash} as hash, ${characters} as characters, revision from member
       where analysed and ${wrote} and id > ? order by id limit ?`,
      [after, limit],
    );
    const texts = rows.map((row): MemberText => [row.id, row.hash, row.characters, row.revision]);
    return { revision, members: analysed, texts };
  }
}
