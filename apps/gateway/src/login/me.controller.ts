import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Me } from '@warren/contracts';
import { principalOf } from '../access/access.guard.ts';
import { authenticatorToken } from '../access/authenticator.ts';
import type { Authenticator } from '../access/authenticator.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';

/** Who makes a request, as the gateway knows it. */
@ApiTags('login')
@Controller('me')
export class MeController {
  constructor(@Inject(authenticatorToken) private readonly authenticator: Authenticator) {}

  @Get()
  @RequiresRole('viewer', () => Me)
  @ApiOperation({ summary: 'Who makes this request, and the role' })
  @ApiOkResponse({ standardSchema: Me })
  @ApiProblems(503)
  me(@Req() request: FastifyRequest): Me {
    const hasToken = /^bearer\b/i.test(request.headers.authorization ?? '');
    return { ...principalOf(request), logs_out: this.authenticator.hasSessions === true && !hasToken };
  }
}
