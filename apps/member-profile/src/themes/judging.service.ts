import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { QuotableField, ReplyOf, RequestOf, ThemeJudgement } from '@warren/contracts';
import { MembershipChanges } from '../community/membership-changes.ts';
import { isSame, readUntested, refreshThemes } from '../community/theme-facets.ts';
import { textHash } from '../profiles/member-texts.service.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';
import type { VerifiableProfile } from '../profiles/profiles.service.ts';
import { verifyQuote } from '../profiles/verify-quote.ts';
import { codebookOf, readThemes } from './theme-row.ts';

/** The words by which a member carries a theme. */
interface Code {
  readonly theme_id: number;
  readonly field: QuotableField;
  readonly quote: string;
}

/** A judgement whose quotes were verified. */
interface Verified extends ThemeJudgement {
  readonly codes: Code[];
  readonly refused: ReplyOf<'themes.judge'>['refused'];
}

/** Stores what members' texts were judged to say. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly profiles: ProfilesService,
  ) {}

  /**
   * Stores judgements of texts that are still as they were judged, and of their codes those whose quotes stand there. The
   * membership changes where a member carries another facet by that, or another facet is tested. The same judgements
   * again change nothing.
   */
  async judge({ judgements }: RequestOf<'themes.judge'>): Promise<ReplyOf<'themes.judge'>> {
    // The last judgement of a member counts.
    const given = [...new Map(judgements.map((one) => [one.member_id, one])).values()];
    // Verified before the lock, since profiles are read over another connection; the hash says whether it still holds.
    const profiles = await this.profiles.verifiable(given.map(({ member_id }) => member_id));
    const verified = given
      .filter(({ member_id, text_hash }) => profiles.get(member_id)?.textHash === text_hash)
      .map((judgement) => verify(judgement, profiles.get(judgement.member_id)));
    return this.em.fork().transactional(async (em) => {
      await this.changes.lock(em);
      const hashes = await readHashes(
        em,
        verified.map(({ member_id }) => member_id),
      );
      const current = verified.filter(({ member_id, text_hash }) => hashes.get(member_id) === text_hash);
      const untested = await readUntested(em);
      const judged = new Set(codebookOf(await readThemes(em)).map(({ id }) => id));
      const rows = current.flatMap((judgement) => rowsOf(judgement, judged));
      const written = await store(em, rows);
      if (written.length > 0) {
        const changed = await refreshThemes(em, { members: written });
        if (changed > 0 || !isSame(untested, await readUntested(em))) {
          await this.changes.publish(em, changed);
        }
      }
      const stored = new Set(current.map(({ member_id }) => member_id));
      return {
        stored: stored.size,
        codes: rows.filter(({ quote }) => quote !== null).length,
        outdated: given.map(({ member_id }) => member_id).filter((id) => !stored.has(id)),
        refused: current.flatMap(({ refused }) => refused),
      };
    });
  }
}

function verify(judgement: ThemeJudgement, profile: VerifiableProfile | undefined): Verified {
  const { member_id } = judgement;
  const codes: Code[] = [];
  const refused: Verified['refused'] = [];
  for (const { theme_id, field, quote } of judgement.codes) {
    const { verified, reason, ...verdict } = verifyQuote(
      { member_id, field, quote },
      profile,
      profile?.isSensitive ?? (() => true),
    );
    if (!judgement.theme_ids.includes(theme_id)) {
      refused.push({ member_id, theme_id, reason: 'The member was not judged for this theme.' });
    } else if (!verified) {
      refused.push({ member_id, theme_id, reason: reason ?? 'These words were not found.' });
    } else if (verdict.turned_by !== undefined) {
      const turned = `The words around it turn what it says ("${verdict.turned_by}"): it does not show that.`;
      refused.push({ member_id, theme_id, reason: turned });
    } else if (!codes.some((code) => code.theme_id === theme_id)) {
      codes.push({ theme_id, field, quote: verdict.quote.quote });
    }
  }
  return { ...judgement, codes, refused };
}

/** A judgement as stored. */
interface JudgementRow {
  readonly member_id: number;
  readonly theme_id: number;
  readonly text_hash: string;
  readonly field: QuotableField | null;
  readonly quote: string | null;
}

/** The rows of a judgement, of themes that are still in the codebook. */
function rowsOf(
  { member_id, text_hash, theme_ids, codes }: Verified,
  judged: ReadonlySet<number>,
): JudgementRow[] {
  const byTheme = new Map(codes.map((code) => [code.theme_id, code]));
  return [...new Set(theme_ids)]
    .filter((id) => judged.has(id))
    .map((theme_id) => {
      const { field = null, quote = null } = byTheme.get(theme_id) ?? {};
      return { member_id, theme_id, text_hash, field, quote };
    });
}

/** Stores judgements. @returns the ids of the members for whom something was written */
async function store(em: EntityManager, rows: readonly JudgementRow[]): Promise<number[]> {
  const written = await em.execute<{ member_id: number }[]>(
    `insert into theme_judgement as known (member_id, theme_id, text_hash, field, quote)
     select * from jsonb_to_recordset(?::jsonb)
       as given (member_id integer, theme_id integer, text_hash text, field text, quote text)
     on conflict (theme_id, member_id) do update set text_hash = excluded.text_hash, field = excluded.field,
       quote = excluded.quote, judged_at = now()
     where (known.text_hash, known.field, known.quote)
       is distinct from (excluded.text_hash, excluded.field, excluded.quote)
     returning member_id`,
    [JSON.stringify(rows)],
  );
  return [...new Set(written.map(({ member_id }) => member_id))];
}

async function readHashes(em: EntityManager, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await em.execute<{ id: number; hash: string }[]>(
    `select id, ${textHash} as hash from member where analysed and id = any(?::integer[])`,
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}
