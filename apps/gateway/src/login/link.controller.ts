import type { CookieSerializeOptions } from '@fastify/cookie';
import { Controller, Get, HttpCode, Post, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LogoutReply, Text } from '@warren/contracts';
import { sessionCookie } from '../access/link/link-authenticator.ts';
import { LinkSessions, linkMs } from '../access/link/link-sessions.ts';
import { startOfPage } from '../access/oidc/return-to.ts';
import { Public, RequiresRole } from '../access/requires-role.ts';

const LinkQuery = z.object({ code: Text.max(100) });
type LinkQuery = z.infer<typeof LinkQuery>;

const LoginLink = z.object({
  path: z.string().describe('Path to open in a browser, once'),
  seconds: z.int().describe('Time for which it can be opened'),
});
type LoginLink = z.infer<typeof LoginLink>;

/** Not `Secure`: this machine is reached without TLS, and Safari sends such cookies with TLS alone. */
const cookieOptions: CookieSerializeOptions = { httpOnly: true, sameSite: 'strict', path: '/' };

/** Login by a link, and logout, at the paths of those at a provider. */
@ApiTags('login')
@Controller('auth')
export class LinkController {
  constructor(private readonly sessions: LinkSessions) {}

  @Post('links')
  @RequiresRole('admin')
  @ApiOperation({ summary: 'Make a link that logs in whoever opens it first' })
  @ApiCreatedResponse({ standardSchema: LoginLink })
  newLink(): LoginLink {
    return { path: `/auth/login?code=${this.sessions.newLink()}`, seconds: linkMs / 1_000 };
  }

  @Get('login')
  @Public()
  @ApiOperation({ summary: 'Log in with a link' })
  @ApiResponse({ status: 303, description: 'Logged in; the page is at Location' })
  async logIn(@Query({ schema: LinkQuery }) { code }: LinkQuery, @Res() reply: FastifyReply): Promise<void> {
    const session = this.sessions.open(code);
    if (session === undefined) {
      throw new UnauthorizedException(
        'This link was opened before, or is older than ten minutes: start Warren again for another.',
      );
    }
    await reply.setCookie(sessionCookie, session, cookieOptions).redirect(startOfPage, 303);
  }

  @Post('logout')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'End the session', description: 'Open `next` then.' })
  @ApiOkResponse({ standardSchema: LogoutReply })
  logOut(@Req() { cookies }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): LogoutReply {
    this.sessions.close(cookies[sessionCookie] ?? '');
    reply.clearCookie(sessionCookie, cookieOptions);
    return { next: startOfPage };
  }
}
