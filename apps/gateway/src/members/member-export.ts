import { Injectable } from '@nestjs/common';
import type { AuditingService, KeptRow, MemberExport, PatternsKept, QuestionsKept } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';

/** Gathers everything that the services keep of a member. */
@Injectable()
export class MemberExports {
  constructor(private readonly requests: RequestClient) {}

  /** @throws MemberNotFound */
  async export(id: number): Promise<MemberExport> {
    const own = await this.requests.ask('members.export', { id });
    const patterns: PatternsKept[] = [];
    const questions: QuestionsKept[] = [];
    // The hashes of one member's words may fill more than one message.
    for (const passages of own.passages) {
      patterns.push(await this.requests.ask('patterns.export-member', { id, passages }));
      questions.push(await this.requests.ask('questions.export-member', { id, passages }));
    }
    const { member, facets, themes, imports } = own;
    return {
      exported_at: new Date().toISOString(),
      member,
      facets,
      themes,
      imports,
      patterns: once(patterns.flatMap((part) => part.patterns)),
      introductions: once(patterns.flatMap((part) => part.introductions)),
      questions: once(questions.flatMap((part) => part.questions)),
      model_turns: once(patterns.flatMap((part) => part.model_turns)),
      events: once([...patterns, ...questions].flatMap(({ events }) => events)),
      audit: once([own, ...patterns, ...questions].flatMap(({ audit }) => audit)),
      rows: [
        ...rowsOf('member-profile', [own]),
        ...rowsOf('pattern-finder', patterns),
        ...rowsOf('question-generator', questions),
      ],
    };
  }
}

/** Rows of one service, each once with all columns that any part found. */
function rowsOf(
  service: AuditingService,
  parts: readonly { rows: readonly KeptRow[] }[],
): MemberExport['rows'] {
  const found = new Map<string, KeptRow>();
  for (const row of parts.flatMap(({ rows }) => rows)) {
    const place = JSON.stringify([row.table, row.key]);
    const columns = new Set([...(found.get(place)?.columns ?? []), ...row.columns]);
    found.set(place, { ...row, columns: [...columns] });
  }
  return Array.from(found.values(), (row) => ({ service, ...row }));
}

function once<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
