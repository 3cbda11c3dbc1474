import type { EntityManager } from '@mikro-orm/postgresql';
import type { PromptResponse } from '@warren/contracts';
import type { Identity } from './erased-identities.ts';

interface Row extends Identity {
  readonly bio: string;
  readonly role: string;
  readonly company: string;
  readonly location: string;
  readonly looking_for: string[];
  readonly prompt_responses: PromptResponse[];
}

/** What identifies a member, and all that they wrote in sentences; undefined where there is none. */
export async function whoIs(
  em: EntityManager,
  id: number,
): Promise<{ identity: Identity; texts: string[] } | undefined> {
  const [row] = await em.execute<Row[]>(
    `select external_id, email, bio, role, company, location, to_jsonb(looking_for) as looking_for, prompt_responses
     from member where id = ?`,
    [id],
  );
  if (row === undefined) {
    return undefined;
  }
  const { external_id, email, bio, role, company, location, looking_for, prompt_responses } = row;
  const answers = prompt_responses.map(({ response }) => response);
  // As one text too: the model is shown wishes one after the other, and a quote may go over from one to the next.
  const texts = [bio, role, company, location, ...looking_for, looking_for.join('\n'), ...answers];
  return { identity: { external_id, email }, texts };
}
