import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';

/** Headers whose corrections are remembered: the last that were used. */
const most = 1_000;

/** Remembers how columns of files with the same header are to be read. */
@Injectable()
export class MappingsService {
  constructor(private readonly em: EntityManager) {}

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
    const em = this.em.fork();
    if (Object.keys(mapping).length === 0) {
      await em.execute('delete from import_mapping where source = ?', [source]);
      return {};
    }
    await em.execute(
      `insert into import_mapping (source, mapping) values (?, ?::jsonb)
       on conflict (source) do update set mapping = excluded.mapping, updated_at = now()`,
      [source, JSON.stringify(mapping)],
    );
    await em.execute(
      `delete from import_mapping where source not in
         (select source from import_mapping order by updated_at desc, source limit ${most})`,
    );
    return {};
  }
}
