import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { ImportRecords } from './import/import-records.service.ts';
import { ImportService } from './import/import.service.ts';
import { MappingsService } from './import/mappings.service.ts';
import { PreviewService } from './preview/preview.service.ts';
import { UndoService } from './undo/undo.service.ts';

/** Answers what imports ask, from their begin to their undoing. */
@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportService,
    private readonly records: ImportRecords,
    private readonly previews: PreviewService,
    private readonly undoing: UndoService,
    private readonly mappings: MappingsService,
  ) {}

  @Answers('members.preview-import')
  async preview(request: RequestOf<'members.preview-import'>): Promise<ReplyOf<'members.preview-import'>> {
    return this.previews.preview(request);
  }

  @Answers('members.preview-absent')
  async previewAbsent(
    request: RequestOf<'members.preview-absent'>,
  ): Promise<ReplyOf<'members.preview-absent'>> {
    return this.previews.absent(request);
  }

  @Answers('members.recall-mapping')
  async recall(request: RequestOf<'members.recall-mapping'>): Promise<ReplyOf<'members.recall-mapping'>> {
    return this.mappings.recall(request);
  }

  @Answers('members.remember-mapping')
  async remember(
    request: RequestOf<'members.remember-mapping'>,
  ): Promise<ReplyOf<'members.remember-mapping'>> {
    return this.mappings.remember(request);
  }

  @Answers('members.begin-import')
  async begin(request: RequestOf<'members.begin-import'>): Promise<ReplyOf<'members.begin-import'>> {
    return this.records.begin(request);
  }

  @Answers('members.import')
  async import(request: RequestOf<'members.import'>): Promise<ReplyOf<'members.import'>> {
    return this.imports.import(request);
  }

  @Answers('members.cancel-absent')
  async cancelAbsent(request: RequestOf<'members.cancel-absent'>): Promise<ReplyOf<'members.cancel-absent'>> {
    return this.imports.cancelAbsent(request);
  }

  @Answers('members.finish-import')
  async finish(request: RequestOf<'members.finish-import'>): Promise<ReplyOf<'members.finish-import'>> {
    return this.records.finish(request);
  }

  @Answers('members.list-imports')
  async list(): Promise<ReplyOf<'members.list-imports'>> {
    return this.records.list();
  }

  @Answers('members.undo-import')
  async undo(request: RequestOf<'members.undo-import'>): Promise<ReplyOf<'members.undo-import'>> {
    return this.undoing.undoBatch(request);
  }
}
