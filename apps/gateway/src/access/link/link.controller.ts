import type { CookieSerializeOptions } from '@fastify/cookie';
import { Controller, Get, HttpCode, Post, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Text } from '@warren/contracts';
import { Public, RequiresRole } from '../requires-role.ts';
import { sessionCookie } from './link-authenticator.ts';
import { LinkSessions, linkMs } from './link-sessions.ts';

const LinkQuery = z.object({ code: Text.max(100) });
type LinkQuery = z.infer<typeof LinkQuery>;

const LoginLink = z.object({
  path: z.string().describe('Path to open in a browser, once'),
  seconds: z.int().describe('Time for which it can be opened'),
});
type LoginLink = z.infer<typeof LoginLink>;

/** Not `Secure`: this machine is reached without TLS, and Safari sends such cookies with TLS alone. */
const cookieOptions: CookieSerializeOptions = { httpOnly: true, sameSite: 'strict', path: '/' };

/** Routes of those who log in by a link. */
@ApiTags('login')
@Controller()
export class LinkController {
  constructor(private readonly sessions: LinkSessions) {}

  @Post('login/links')
  @RequiresRole('admin')
  @ApiOperation({ summary: 'Make a link that logs in whoever opens it first' })
  @ApiCreatedResponse({ standardSchema: LoginLink })
  newLink(): LoginLink {
    return { path: `/login?code=${this.sessions.newLink()}`, seconds: linkMs / 1_000 };
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
    await reply
      .setCookie(sessionCookie, session, cookieOptions)
      .header('cache-control', 'no-store')
      .redirect('/app/', 303);
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'End the session' })
  @ApiNoContentResponse({ description: 'There is no session any more' })
  logOut(@Req() { cookies }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    this.sessions.close(cookies[sessionCookie] ?? '');
    reply.clearCookie(sessionCookie, cookieOptions);
  }
}
