import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Principal } from '@warren/contracts';
import { principalOf } from '../access/access.guard.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';

/** Who makes a request, as the gateway knows it. */
@ApiTags('login')
@Controller('me')
export class MeController {
  @Get()
  @RequiresRole('viewer', () => Principal)
  @ApiOperation({ summary: 'Who makes this request, and the role' })
  @ApiOkResponse({ standardSchema: Principal })
  @ApiProblems(401, 403, 503)
  me(@Req() request: FastifyRequest): Principal {
    return principalOf(request);
  }
}
