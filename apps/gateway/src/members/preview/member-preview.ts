import { Injectable } from '@nestjs/common';
import type { ImportPreview } from '@warren/contracts';
import type { MemberSource } from '@warren/member-files';
import { RequestClient } from '@warren/messaging';
import { askAgain } from '../import/ask-again.ts';
import type { Row } from '../import/batches.ts';
import { ImportMappings } from '../import/import-mappings.ts';
import type { ImportWishes } from '../import/import-wishes.ts';
import { openFile } from '../import/open-file.ts';
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
    const opened = await openFile(file);
    const { report, batches, mapping, isRemembered } = await this.mappings.read(
      opened,
      wishes.mapping,
      tally,
    );
    const seen = wishes.absent === 'cancel';
    for await (const rows of batches) {
      await this.add(rows, wishes, seen, tally);
    }
    return {
      dry_run: true,
      reading: report,
      mapping,
      mapping_remembered: isRemembered,
      ...tally.result,
      ...(seen ? await this.absent(tally) : {}),
    };
  }

  private async add(rows: Row[], { empty }: ImportWishes, seen: boolean, tally: PreviewTally): Promise<void> {
    const request = { empty, seen, rows };
    tally.add(rows, await askAgain(async () => this.requests.ask('members.preview-import', request)));
  }

  /** Who would be cancelled; nothing where that is not known, as then nobody would be. */
  private async absent(tally: PreviewTally): Promise<Pick<ImportPreview, 'absent' | 'absent_of'>> {
    if (!tally.isAbsentKnown) {
      return {};
    }
    const request = { keep_external_ids: tally.keptIds };
    return tally.absentOf(await askAgain(async () => this.requests.ask('members.preview-absent', request)));
  }
}
