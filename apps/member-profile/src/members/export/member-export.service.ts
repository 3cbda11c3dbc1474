import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ImportOfMember, KeptRow, ProfileKept } from '@warren/contracts';
import { AuditEntries, AuditLog, findKeptRows, tracesOfMember } from '@warren/messaging';
import { identityAndPassages } from '../../erasure/passages-of-member.ts';
import { codedQuotes, readCodes } from '../facets/coded-quotes.ts';
import { FacetReader } from '../facets/facet-reader.ts';
import { MemberRow } from '../member.entity.ts';
import { toFacets, toMember } from '../to-member.ts';

/** Tables with rows of a member, by its id. */
const ofMembers = [
  'member_passage_before',
  'member_departure',
  'member_import_before',
  'member_import_seen',
  'theme_judgement',
];
/** What tells apart the rows of a member in a table. */
const keysOf: Readonly<Record<string, string>> = {
  member_import_before: ', import_id',
  member_import_seen: ', import_id',
  theme_judgement: ', theme_id::text',
};

/** Exports everything that this service keeps of a member. */
@Injectable()
export class MemberExportService {
  constructor(
    private readonly em: EntityManager,
    private readonly log: AuditLog,
    private readonly audit: AuditEntries,
    private readonly reader: FacetReader,
  ) {}

  /** @throws MemberNotFound */
  async export(id: number): Promise<ProfileKept> {
    const found = await this.em.fork().transactional(async (em) => {
      // Locked, so that an erasure waits, and then finds the entry of this export too.
      const row = await em.findOne(MemberRow, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
      const own = await identityAndPassages(em, id);
      if (row === null || own === undefined) {
        throw MemberNotFound.of(id);
      }
      await this.log.record(em, {
        action: 'members.export',
        target: { kind: 'member', ids: [String(id)] },
      });
      return {
        member: toMember(row),
        facets: toFacets(row, this.reader.quotesOf(row, (await codedQuotes(em, [id])).get(id))),
        themes: (await readCodes(em, [id])).map(({ member_id: _id, ...code }) => code),
        imports: await importsOf(em, id),
        rows: await ownRows(em, id),
        passages: own.passages,
      };
    });
    return {
      ...found,
      rows: [...found.rows, ...(await this.otherRows(id, found))],
      audit: await this.audit.aboutMember(id),
    };
  }

  /** Rows of tables that are about no single member. */
  private async otherRows(id: number, { passages }: Pick<ProfileKept, 'passages'>): Promise<KeptRow[]> {
    const parts: KeptRow[][] = [];
    for (const part of passages) {
      parts.push(
        await findKeptRows(this.em.fork(), tracesOfMember(id, part), [
          'member',
          'member_spelling',
          ...ofMembers,
        ]),
      );
    }
    return [...new Map(parts.flat().map((row) => [JSON.stringify(row), row])).values()];
  }
}

async function importsOf(em: EntityManager, id: number): Promise<ImportOfMember[]> {
  const imports = await em.execute<(Omit<ImportOfMember, 'started_at'> & { started_at: Date | string })[]>(
    `select import_id, file_name, started_at, profile is null as created, profile - 'status_before' as before
     from member_import_before join member_import using (import_id) where member_id = ? order by started_at`,
    [id],
  );
  return imports.map((row) => ({ ...row, started_at: new Date(row.started_at).toISOString() }));
}

async function ownRows(em: EntityManager, id: number): Promise<KeptRow[]> {
  const spellings = await em.execute<{ key: string; label: string }[]>(
    `select known.key, known.label from member, unnest(facets || themes, facet_labels || theme_labels) as own (key, label)
       join member_spelling as known on known.key = own.key and known.label = own.label
     where member.id = ? and analysed order by 1, 2`,
    [id],
  );
  const rows: KeptRow[] = [
    { table: 'member', key: { id: String(id) }, columns: ['id'] },
    ...spellings.map((key) => ({ table: 'member_spelling', key, columns: ['label'] })),
  ];
  for (const table of ofMembers) {
    const found = await em.execute<Record<string, string>[]>(
      `select member_id::text${keysOf[table] ?? ''} from ${table} where member_id = ? order by 1`,
      [id],
    );
    rows.push(...found.map((key) => ({ table, key, columns: ['member_id'] })));
  }
  return rows;
}
