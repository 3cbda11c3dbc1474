import { Injectable } from '@nestjs/common';
import type { ImportPreview, RequestInput } from '@warren/contracts';
import type { MemberSource } from '@warren/member-files';
import { RequestClient } from '@warren/messaging';
import { absentAmong } from '../import/absent-among.ts';
import { askAgain } from '../import/ask-again.ts';
import { ImportMappings } from '../import/import-mappings.ts';
import type { ImportWishes } from '../import/import-wishes.ts';
import { PreviewTally } from './preview-tally.ts';

/** Previews imports: reads the whole file as an import does, and stores nothing. */
@Injectable()
export class MemberPreview {
  constructor(
    private readonly requests: RequestClient,
    private readonly mappings: ImportMappings,
  ) {}

  async run(file: MemberSource, wishes: ImportWishes): Promise<ImportPreview> {
    const tally = new PreviewTally();
    const { report, batches, mapping, isRemembered } = await this.mappings.read(file, wishes.mapping, tally);
    const among = absentAmong(wishes.absent, report);
    const batch = { empty: wishes.empty, seen: among !== undefined, ...(among ? { among } : {}) };
    for await (const rows of batches) {
      await this.add({ ...batch, rows }, tally);
    }
    return {
      dry_run: true,
      reading: report,
      mapping,
      mapping_remembered: isRemembered,
      ...tally.result,
      ...(among === undefined ? {} : await this.absent(among, tally)),
    };
  }

  private async add(request: RequestInput<'members.preview-import'>, tally: PreviewTally): Promise<void> {
    tally.add(request.rows, await askAgain(async () => this.requests.ask('members.preview-import', request)));
  }

  /** Who would be cancelled; nothing where that is not known, as then nobody would be. */
  private async absent(
    among: string,
    tally: PreviewTally,
  ): Promise<Pick<ImportPreview, 'absent' | 'absent_of'>> {
    if (!tally.isAbsentKnown) {
      return {};
    }
    const request = { ...(among === '' ? {} : { among }), keep_external_ids: tally.keptIds };
    return tally.absentOf(await askAgain(async () => this.requests.ask('members.preview-absent', request)));
  }
}
