import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ColumnMapping, ReplyOf, RequestOf } from '@warren/contracts';
import { AuditLog } from '@warren/messaging';

/** Headers whose corrections are remembered: the last that were used. */
const most = 1_000;

/** Remembers how columns of files with the same header are to be read. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  async recall({ source }: RequestOf<'members.recall-mapping'>): Promise<ReplyOf<'members.recall-mapping'>> {
    const [row] = await this.em
      .fork()
      .execute<ReplyOf<'members.recall-mapping'>[]>('select mapping from import_mapping where source = ?', [
        source,
      ]);
    return { mapping: row?.mapping ?? null };
  }

  async remember({
    source,
    mapping,
  }: RequestOf<'members.remember-mapping'>): Promise<ReplyOf<'members.remember-mapping'>> {
    const columns = Object.keys(mapping).length;
    return this.em.fork().transactional(async (em) => {
      const [before] = await em.execute<{ same: boolean }[]>(
        'select mapping = ?::jsonb as same from import_mapping where source = ? for update',
        [JSON.stringify(mapping), source],
      );
      await (columns === 0 ? forget(em, source) : store(em, source, mapping));
      if (columns === 0 ? before !== undefined : before?.same !== true) {
        await this.audit.record(em, {
          action: 'members.remember-mapping',
          target: { kind: 'mapping', ids: [source] },
          details: { columns },
        });
      }
      return {};
    });
  }
}

async function forget(em: EntityManager, source: string): Promise<void> {
  await em.execute('delete from import_mapping where source = ?', [source]);
}

async function store(em: EntityManager, source: string, mapping: ColumnMapping): Promise<void> {
  await em.execute(
    `insert into import_mapping (source, mapping) values (?, ?::jsonb)
     on conflict (source) do update set mapping = excluded.mapping, updated_at = now()`,
    [source, JSON.stringify(mapping)],
  );
  await em.execute(
    `delete from import_mapping where source not in
       (select source from import_mapping order by updated_at desc, source limit ${most})`,
  );
}
