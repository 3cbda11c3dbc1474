import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Me } from '@warren/contracts';
import { principalOf } from '../access/access.guard.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';

/** Injection token of whether the gateway has sessions that a logout ends. */
export const hasLogoutToken = Symbol('has a logout');

/** Who makes a request, as the gateway knows it. */
@ApiTags('login')
@Controller('me')
export class MeController {
  constructor(@Inject(hasLogoutToken) private readonly hasLogout: boolean) {}

  @Get()
  @RequiresRole('viewer', () => Me)
  @ApiOperation({ summary: 'Who makes this request, and the role' })
  @ApiOkResponse({ standardSchema: Me })
  @ApiProblems(503)
  me(@Req() request: FastifyRequest): Me {
    const principal = principalOf(request);
    const isSession = principal.kind === 'person' && !/^bearer\b/i.test(request.headers.authorization ?? '');
    return { ...principal, logs_out: this.hasLogout && isSession };
  }
}
