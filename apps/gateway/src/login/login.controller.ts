import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LogoutReply } from '@warren/contracts';
import { Cookies } from '../access/oidc/cookies.ts';
import { loginS } from '../access/oidc/login-transaction.ts';
import { LoginFailed, Logins } from '../access/oidc/logins.ts';
import { OidcSettings } from '../access/oidc/oidc-settings.ts';
import { ReturnTo, startOfPage } from '../access/oidc/return-to.ts';
import { Sessions, logoutS } from '../access/oidc/sessions.ts';
import { Public } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { loginFailedPage } from './login-failed-page.ts';

const LoginQuery = z.object({ return_to: ReturnTo });
type LoginQuery = z.infer<typeof LoginQuery>;

/** Login and logout at the provider. Tokens stay here: the browser gets the id of a session, in a cookie. */
@ApiTags('login')
@Controller('auth')
export class LoginController {
  constructor(
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly settings: OidcSettings,
  ) {}

  @Get('login')
  @Public()
  @ApiOperation({ summary: 'Log in at the provider, and return to the page' })
  @ApiResponse({ status: 302, description: 'To the provider' })
  @ApiProblems(422, 503)
  async login(
    @Query({ schema: LoginQuery }) { return_to }: LoginQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, sealed } = await this.logins.begin(return_to);
    this.cookies.set(reply, 'login', sealed, loginS);
    await reply.redirect(url.href, 302);
  }

  @Get('callback')
  @Public()
  @ApiOperation({ summary: 'Where the provider sends people back to' })
  @ApiResponse({ status: 302, description: 'To the page' })
  @ApiProblems(400, 503)
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.cookies.clear(reply, 'login');
    try {
      const { identity, idToken, returnTo } = await this.logins.complete(
        new URL(request.url, this.settings.publicUrl).search,
        this.cookies.read(request, 'login'),
      );
      await this.endSession(request);
      const session = await this.sessions.begin(identity, idToken);
      this.cookies.set(reply, 'session', session, this.settings.sessionMaxMs / 1_000);
      await reply.redirect(returnTo, 302);
    } catch (error) {
      if (error instanceof LoginFailed && request.headers.accept?.includes('text/html') === true) {
        const page = loginFailedPage(error.message);
        await reply.status(error.getStatus()).header('content-type', 'text/html; charset=utf-8').send(page);
        return;
      }
      throw error;
    }
  }

  @Post('logout')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'End the session', description: 'Open `next` then: it may lead to the provider.' })
  @ApiOkResponse({ standardSchema: LogoutReply })
  @ApiProblems(403, 503)
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LogoutReply> {
    const idToken = await this.endSession(request);
    this.cookies.clear(reply, 'session');
    if (idToken === undefined) {
      return { next: startOfPage };
    }
    this.cookies.set(reply, 'logout', await this.sessions.keepForLogout(idToken), logoutS);
    return { next: '/auth/end-session' };
  }

  @Get('end-session')
  @Public()
  @ApiOperation({ summary: 'After a logout: end the session at the provider too' })
  @ApiResponse({ status: 302, description: 'To the provider where it ends sessions, else to the page' })
  @ApiProblems(503)
  async endAtProvider(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = this.cookies.read(request, 'logout');
    this.cookies.clear(reply, 'logout');
    const idToken = id === undefined ? undefined : await this.sessions.takeForLogout(id);
    const url = idToken === undefined ? undefined : await this.logins.endSession(idToken);
    await reply.redirect(url?.href ?? startOfPage, 302);
  }

  private async endSession(request: FastifyRequest): Promise<string | undefined> {
    const id = this.cookies.read(request, 'session');
    return id === undefined ? undefined : this.sessions.end(id);
  }
}
