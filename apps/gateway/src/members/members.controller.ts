import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MemberDetail, MemberNotFound, MemberPage, MemberQuery } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { ApiProblems } from '../http/api-docs.ts';
import { idOf } from '../http/validation.ts';
import { MemberDetails } from './member-detail.ts';

const MemberId = idOf((id) => MemberNotFound.of(id));

/** REST routes below `/members`. */
@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(
    private readonly requests: RequestClient,
    private readonly details: MemberDetails,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Members, page by page' })
  @ApiOkResponse({ standardSchema: MemberPage })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: MemberQuery }) query: MemberQuery): Promise<MemberPage> {
    return this.requests.ask('members.list', query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One member, with its facets and the patterns it is in' })
  @ApiOkResponse({ standardSchema: MemberDetail })
  @ApiProblems(404, 422, 503, 504)
  async get(@Param('id', { schema: MemberId }) id: number): Promise<MemberDetail> {
    return this.details.get(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Erase a member for good' })
  @ApiNoContentResponse({
    description: 'The member is gone; what names it elsewhere follows within a minute',
  })
  @ApiProblems(404, 422, 503, 504)
  async erase(@Param('id', { schema: MemberId }) id: number): Promise<void> {
    await this.requests.ask('members.erase', { id });
  }
}
