import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { authenticatorToken } from './authenticator.ts';
import { LocalAuthenticator } from './local-authenticator.ts';

/** Nest module for who makes a request: provides the authenticator that `AUTH` names. */
@Module({})
export class AccessModule {
  static forRoot(): DynamicModule {
    return {
      module: AccessModule,
      providers: [{ provide: authenticatorToken, useValue: new LocalAuthenticator() }],
      exports: [authenticatorToken],
    };
  }
}
