import { Injectable } from '@nestjs/common';
import type { ImportList, UndoReport } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { askAgain } from './ask-again.ts';

/** Lists and undoes imports. */
@Injectable()
export class Imports {
  constructor(private readonly requests: RequestClient) {}

  async list(): Promise<ImportList> {
    return this.requests.ask('members.list-imports', {});
  }

  /** Undoes an import batch by batch; each is safe to repeat, and so is the whole. */
  async undo(import_id: string): Promise<UndoReport> {
    for (;;) {
      const { remaining, ...report } = await askAgain(async () =>
        this.requests.ask('members.undo-import', { import_id }),
      );
      if (remaining === 0) {
        return report;
      }
    }
  }
}
