import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ImportList, Text, UndoReport } from '@warren/contracts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { Imports } from './import/imports.ts';

const ImportId = Text.min(1).max(100).describe('As the import answered it');

/** REST routes below `/imports`. */
@ApiTags('members')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Get()
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Imports of members, newest first' })
  @ApiOkResponse({ standardSchema: ImportList })
  @ApiProblems(503, 504)
  async list(): Promise<ImportList> {
    return this.imports.list();
  }

  @Post(':id/undo')
  @RequiresRole('operator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Undo an import',
    description:
      'Members whom it created are removed, those whom it changed or cancelled are as before. Members who were changed ' +
      'otherwise since, or erased, stay as they are. An undoing that was interrupted is continued when it is sent again.',
  })
  @ApiOkResponse({ standardSchema: UndoReport })
  @ApiProblems(404, 409, 422, 503, 504)
  async undo(@Param('id', { schema: ImportId }) id: string): Promise<UndoReport> {
    return this.imports.undo(id);
  }
}
