import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Theme, ThemeDetail, ThemeList, ThemeNotFound, ThemePatch, ThemeQuery } from '@warren/contracts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { idOf } from '../http/validation.ts';
import { Themes } from './themes.ts';

const ThemeId = idOf((id) => ThemeNotFound.of(id));

/** REST routes below `/themes`. A theme rests on the words of people: none of it is for viewers. */
@ApiTags('themes')
@Controller('themes')
export class ThemesController {
  constructor(private readonly themes: Themes) {}

  @Get()
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'Themes that a model found in what members write, those of most members first',
    description:
      'Each has how many members carry it among those whose texts were judged for it, with a 95 % interval, and why it ' +
      'takes no part in tests beyond chance where it takes none.',
  })
  @ApiOkResponse({ standardSchema: ThemeList })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: ThemeQuery }) query: ThemeQuery): Promise<ThemeList> {
    return this.themes.list(query);
  }

  @Get(':id')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'One theme, with the words of the members who carry it' })
  @ApiOkResponse({ standardSchema: ThemeDetail })
  @ApiProblems(404, 422, 503, 504)
  async get(@Param('id', { schema: ThemeId }) id: number): Promise<ThemeDetail> {
    return this.themes.get(id);
  }

  @Patch(':id')
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'Dismiss a theme, or merge it into what members list',
    description:
      'A dismissed theme is judged and counted no more, and active again it is. The members of a merged theme carry the ' +
      'facet that it is merged into; null takes the merge back.',
  })
  @ApiOkResponse({ standardSchema: Theme })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503, 504)
  async patch(
    @Param('id', { schema: ThemeId }) id: number,
    @Body({ schema: ThemePatch }) patch: ThemePatch,
  ): Promise<Theme> {
    return this.themes.patch(id, patch);
  }
}
