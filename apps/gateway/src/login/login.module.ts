import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LoginController } from './login.controller.ts';
import { MeController, hasLogoutToken } from './me.controller.ts';

/** Nest module for the routes of login and logout, where the gateway logs people in itself. */
@Module({})
export class LoginModule {
  /** @param access module that provides what logs people in */
  static forRoot(auth: 'local' | 'oidc' | 'proxy', access: DynamicModule): DynamicModule {
    return {
      module: LoginModule,
      imports: [access],
      controllers: auth === 'oidc' ? [MeController, LoginController] : [MeController],
      providers: [{ provide: hasLogoutToken, useValue: auth === 'oidc' }],
    };
  }
}
