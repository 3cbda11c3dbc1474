import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { wordsInIntroductions } from '../introductions/introductions-of-member.ts';
import { ErasedPatterns } from './erased-patterns.ts';
import { ownPassages } from './own-passages.ts';

/** The own words of members as stored here, which may quote more than their current profiles. */
@Injectable()
export class StoredWords {
  constructor(
    private readonly em: EntityManager,
    private readonly patterns: ErasedPatterns,
  ) {}

  /** Reads what these members wrote, from the turns of the model, and the quotes of patterns and introductions. */
  async of(memberIds: readonly number[]): Promise<string[]> {
    const gone = new Set(memberIds);
    const rows = await this.em.fork().execute<{ text: string }[]>(
      `select text from (
         select response as text from run_turn union all select results from run_turn
         union all select content from run_tool_result) as kept
       where text like any (array(select '%' || id || '%' from jsonb_array_elements_text(?::jsonb) as gone (id)))`,
      [JSON.stringify(memberIds)],
    );
    const written = ownPassages(
      rows.map(({ text }) => text),
      gone,
    );
    const said = await wordsInIntroductions(this.em.fork(), gone);
    return [...(await this.patterns.quotesOf(gone)), ...said, ...written];
  }
}
