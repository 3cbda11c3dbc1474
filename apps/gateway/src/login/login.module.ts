import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { AccessEnvironment } from '../access/access-environment.ts';
import { loginOf } from '../access/access.module.ts';
import { LinkController } from './link.controller.ts';
import { LoginController } from './login.controller.ts';
import { MeController } from './me.controller.ts';

/** Routes below `/auth`, outside of the API's: browsers follow them by links. */
const loginRoutes = { oidc: [LoginController], link: [LinkController], none: [] };

/** Nest module for who makes a request, and for login and logout where the gateway logs people in itself. */
@Module({})
export class LoginModule {
  /** @param access module that provides the authenticator, and what logs people in */
  static forRoot(config: AccessEnvironment, access: DynamicModule): DynamicModule {
    return {
      module: LoginModule,
      imports: [access],
      controllers: [MeController, ...loginRoutes[loginOf(config)]],
    };
  }
}
