import type {
  ImportPreview,
  LostFields,
  MemberField,
  MemberLine,
  ReadFacet,
  ReplyOf,
} from '@warren/contracts';
import type { Rejection } from '@warren/member-files';
import type { LineNotes, LineRejection, Row } from '../import/batches.ts';
import { FacetSum } from './facet-sum.ts';
import { RejectionGroups } from './rejection-groups.ts';

const maxKept = 10_000;
const firstMembers = 5;
const facets = 50;
/** Share of the members above which their cancellation needs confirmation, as the member service has it. */
const shareToConfirm = 0.2;

/** Result of the batches of a preview. */
type PreviewedRows = Omit<
  ImportPreview,
  'dry_run' | 'reading' | 'mapping' | 'mapping_remembered' | 'absent' | 'absent_of'
>;

/** Accumulates the preview of an import, batch by batch, in bounded memory. */
export class PreviewTally implements LineNotes {
  private readonly counts = {
    members: 0,
    analysed: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected_lines: 0,
    made_private: 0,
    made_public: 0,
  };
  private readonly lost = { fields: 0, members: 0, byField: new Map<MemberField, number>() };
  private readonly groups = new RejectionGroups();
  private readonly facetSum = new FacetSum();
  private readonly first: MemberLine[] = [];
  private readonly kept = new Set<string>();
  private readonly before = new Set<number>();
  private readonly after = new Set<number>();
  private isSomebodyUnknown = false;

  reject({ line, rejections, externalId }: LineRejection): void {
    this.rejectLine(externalId);
    this.groups.add(line, rejections, false);
  }

  acceptWithout(line: number, rejections: readonly Rejection[]): void {
    this.groups.add(line, rejections, true);
  }

  silentNo(): void {
    // The report of the reading says so.
  }

  noAnswer(): void {
    // The report of the reading says so.
  }

  /** Adds the member service's preview of a batch. */
  add(rows: readonly Row[], reply: ReplyOf<'members.preview-import'>): void {
    for (const count of [
      'created',
      'updated',
      'unchanged',
      'analysed',
      'made_private',
      'made_public',
    ] as const) {
      this.counts[count] += reply[count];
    }
    this.counts.members += rows.length;
    this.first.push(...rows.slice(0, firstMembers - this.first.length).map(({ member }) => member));
    this.addLost(reply.lost);
    this.facetSum.add(reply.facets);
    reply.seen?.before.forEach((id) => this.before.add(id));
    reply.seen?.after.forEach((id) => this.after.add(id));
    for (const [line, rejected] of Map.groupBy(reply.rejected, (one) => one.line)) {
      const whole = rejected.filter(({ taken }) => !taken);
      if (whole.length > 0) {
        const externalId = rows.find((row) => row.line === line)?.member.external_id ?? null;
        this.rejectLine(
          externalId,
          whole.some(({ erased }) => erased === true),
        );
        this.counts.members -= 1;
      }
      this.groups.add(line, whole, false);
      this.groups.add(
        line,
        rejected.filter(({ taken }) => taken),
        true,
      );
    }
  }

  get result(): PreviewedRows {
    const { fields, members, byField } = this.lost;
    return {
      ...this.counts,
      first_members: this.first,
      facets: this.topFacets,
      rejected: this.groups.all,
      lost: {
        fields,
        members,
        by_field: [...byField]
          .map(([field, count]) => ({ field, members: count }))
          .sort((a, b) => b.members - a.members),
      },
    };
  }

  /** Whether it is known who is absent from the file. */
  get isAbsentKnown(): boolean {
    const stored = this.counts.created + this.counts.updated + this.counts.unchanged;
    return stored > 0 && !this.isSomebodyUnknown && this.kept.size <= maxKept;
  }

  /** External ids of rejected lines: these members are not absent. */
  get keptIds(): string[] {
    return [...this.kept];
  }

  /** The absent members among those of today, and how many there are where their number needs confirmation. */
  absentOf({
    members,
    kept,
  }: ReplyOf<'members.preview-absent'>): Pick<ImportPreview, 'absent' | 'absent_of'> {
    const there = new Set([...this.before, ...kept]);
    const absent = Math.max(0, members - there.size);
    // As counted once the rows are stored: some of them leave or return by the file.
    const all = members - this.before.size + this.after.size;
    const needsConfirmation = absent === 1 ? all < 3 : absent > shareToConfirm * all;
    return needsConfirmation ? { absent, absent_of: all } : { absent };
  }

  private get topFacets(): ReadFacet[] {
    return this.facetSum.top(facets);
  }

  private rejectLine(externalId: string | null, isErased = false): void {
    this.counts.rejected_lines += 1;
    if (externalId === null) {
      this.isSomebodyUnknown ||= !isErased;
    } else if (this.kept.size <= maxKept) {
      this.kept.add(externalId);
    }
  }

  private addLost({ fields, members, by_field }: LostFields): void {
    this.lost.fields += fields;
    this.lost.members += members;
    for (const { field, members: count } of by_field) {
      this.lost.byField.set(field, (this.lost.byField.get(field) ?? 0) + count);
    }
  }
}
