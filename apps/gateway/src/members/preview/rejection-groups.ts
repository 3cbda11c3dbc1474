import type { RejectionsByReason } from '@warren/contracts';

const mostGroups = 100;
const mostFirst = 10;

interface Group extends RejectionsByReason {
  /** The reason as the first line has it, with the value it names. */
  ofFirst: string;
}

/** Groups rejections by reason, whatever value each names. */
export class RejectionGroups {
  private readonly groups = new Map<string, Group>();

  add(line: number, rejections: readonly { field: string; reason: string }[], taken: boolean): void {
    for (const { field, reason } of rejections) {
      const shown = field === 'line' ? reason : `${field}: ${reason}`;
      const kind = shown.replaceAll(/"(?:[^"\\]|\\.)*"|“[^”]*”/g, '"…"');
      const key = `${String(taken)} ${kind}`;
      const known = this.groups.get(key);
      if (known !== undefined) {
        known.lines += 1;
        if (known.first.length < mostFirst) {
          known.first.push(line);
        }
      } else if (this.groups.size < mostGroups) {
        this.groups.set(key, { reason: kind, ofFirst: shown, taken, lines: 1, first: [line] });
      }
    }
  }

  /** The groups, most lines first; of one line the reason names the value. */
  get all(): RejectionsByReason[] {
    return [...this.groups.values()]
      .sort((a, b) => b.lines - a.lines)
      .map(({ ofFirst, reason, ...group }) => ({ ...group, reason: group.lines === 1 ? ofFirst : reason }));
  }
}
