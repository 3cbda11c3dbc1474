import { setImmediate } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ReplyOf, RequestOf, SensitiveFinding } from '@warren/contracts';
import { readRevision } from '../community/membership-changes.ts';
import { Sensitivity } from '../privacy/sensitivity.ts';

/** Finds what is sensitive in what is about to be published, and whether the members agreed to that. */
@Injectable()
export class SensitiveService {
  constructor(
    private readonly em: EntityManager,
    private readonly sensitivity: Sensitivity,
  ) {}

  async find({
    texts,
    facets,
    member_ids = [],
  }: RequestOf<'community.sensitive'>): Promise<ReplyOf<'community.sensitive'>> {
    const { words } = this.sensitivity;
    const findings: SensitiveFinding[] = [];
    for (const [index, text] of texts.entries()) {
      findings.push(...words.in(text).map((found) => ({ ...found, where: 'text' as const, index })));
      await setImmediate();
    }
    for (const [index, key] of facets.entries()) {
      const label = key.slice(key.indexOf(':') + 1);
      findings.push(
        ...words.kindsOf(label).map((kind) => ({ kind, where: 'facet' as const, index, words: label })),
      );
    }
    const em = this.em.fork();
    return {
      revision: await readRevision(em),
      findings: unique(findings),
      agreed: await this.haveAgreed(em, [...new Set(member_ids)]),
    };
  }

  private async haveAgreed(em: EntityManager, ids: readonly number[]): Promise<boolean> {
    if (!this.sensitivity.isOn || ids.length === 0) {
      return false;
    }
    const [row] = await em.execute<{ agreed: number }[]>(
      `select count(*)::integer as agreed from member
       where id = any(?::integer[]) and consents @> array['sensitive']`,
      [`{${ids.join(',')}}`],
    );
    return row?.agreed === ids.length;
  }
}

function unique(findings: readonly SensitiveFinding[]): SensitiveFinding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()];
}
