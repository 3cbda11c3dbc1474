import { describe, expect, it } from '@jest/globals';
import { InvalidRequest } from '@warren/contracts';
import type { AuditEntry, AuditingService } from '@warren/contracts';
import { placeIn } from './audit-cursor.ts';
import { mergeAudit } from './merge-audit.ts';

const services: readonly AuditingService[] = ['member-profile', 'pattern-finder', 'question-generator'];

function entry(service: AuditingService, id: number, second: number): AuditEntry {
  return {
    service,
    id,
    at: `2026-11-30T10:00:${String(second).padStart(2, '0')}.000Z`,
    actor: { id: 'local', kind: 'local', role: 'admin' },
    action: 'runs.create',
    target: null,
    outcome: 'done',
    reason: null,
    trace_id: '',
    details: {},
  };
}

/** As a service answers: its entries after a place, newest first. */
function part(all: readonly AuditEntry[], service: AuditingService, cursor: string | null, limit: number) {
  const before = cursor === null ? undefined : placeIn(cursor);
  return all
    .filter((it) => it.service === service)
    .filter(
      (it) =>
        before === undefined ||
        it.at < before.at ||
        (it.at === before.at &&
          (it.service > before.service || (it.service === before.service && it.id < before.id))),
    )
    .toSorted((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1))
    .slice(0, limit);
}

describe('the merged audit', () => {
  const all = Array.from({ length: 23 }, (_, at) => entry(services[at % 3]!, at + 1, at % 4));

  it.each([1, 2, 5, 22, 23, 50])('shows every entry once, newest first, in pages of %i', (limit) => {
    const seen: AuditEntry[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages <= 24; pages += 1) {
      const page = mergeAudit(
        services.map((service) => part(all, service, cursor, limit)),
        limit,
      );
      seen.push(...page.entries);
      cursor = page.next;
      if (cursor === null) {
        break;
      }
    }
    expect(cursor).toBeNull();
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
    expect(seen).toHaveLength(23);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('is empty where no service has an entry', () => {
    expect(mergeAudit([[], [], []], 10)).toEqual({ entries: [], next: null });
  });

  it.each(['', 'x', Buffer.from('{"at":"now"}').toString('base64url')])('rejects the cursor %j', (cursor) => {
    expect(() => placeIn(cursor)).toThrow(InvalidRequest);
  });
});
