import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Member,
  MemberDetail,
  MemberExport,
  MemberNotFound,
  MemberPage,
  MemberPatch,
  MemberQuery,
  NewMember,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { idOf } from '../http/validation.ts';
import { MemberDetails } from './member-detail.ts';
import { MemberExports } from './member-export.ts';

const MemberId = idOf((id) => MemberNotFound.of(id));

/** REST routes below `/members`. */
@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(
    private readonly requests: RequestClient,
    private readonly details: MemberDetails,
    private readonly exports: MemberExports,
  ) {}

  @Get()
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Members, page by page' })
  @ApiOkResponse({ standardSchema: MemberPage })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: MemberQuery }) query: MemberQuery): Promise<MemberPage> {
    return this.requests.ask('members.list', query);
  }

  @Get(':id')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'One member, with its facets and the patterns it is in' })
  @ApiOkResponse({ standardSchema: MemberDetail })
  @ApiProblems(404, 422, 503, 504)
  async get(@Param('id', { schema: MemberId }) id: number): Promise<MemberDetail> {
    return this.details.get(id);
  }

  @Get(':id/export')
  @RequiresRole('admin')
  @ApiOperation({
    summary: 'Everything that is kept of one member, in all services',
    description:
      'Profile, imports, patterns with the words they quote of the member, questions, what was done to the member, and the ' +
      'place of every row with something of the member; rows that have something of others too are named, not shown. ' +
      'The export is recorded in the audit.',
  })
  @ApiOkResponse({ standardSchema: MemberExport })
  @ApiProblems(404, 422, 503, 504)
  async export(@Param('id', { schema: MemberId }) id: number): Promise<MemberExport> {
    return this.exports.export(id);
  }

  @Post()
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'Add a member by hand',
    description: 'One without external_id and email gets an external_id of its own.',
  })
  @ApiCreatedResponse({ standardSchema: Member })
  @ApiProblems(400, 409, 413, 415, 422, 503, 504)
  async create(@Body({ schema: NewMember }) member: NewMember): Promise<Member> {
    return this.requests.ask('members.create', { member });
  }

  @Patch(':id')
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'Change a member by hand',
    description: 'Fields that are not named stay; null, an empty text or an empty list clears.',
  })
  @ApiOkResponse({ standardSchema: Member })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503, 504)
  async update(
    @Param('id', { schema: MemberId }) id: number,
    @Body({ schema: MemberPatch }) patch: MemberPatch,
  ): Promise<Member> {
    return this.requests.ask('members.update', { id, patch });
  }

  @Delete(':id')
  @RequiresRole('admin')
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
