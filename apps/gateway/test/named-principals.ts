import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Role } from '@warren/contracts';
import type { Principal } from '@warren/contracts';
import { authenticatorToken } from '../src/access/authenticator.ts';
import type { Authenticator } from '../src/access/authenticator.ts';

/** Takes from a header who makes a request: `Authorization: Test ROLE` or `Test ROLE ID`. */
class NamedPrincipals implements Authenticator {
  async authenticate({ headers }: FastifyRequest): Promise<Principal | null> {
    const [, given, id = given] = /^Test (\w+)(?: (\w+))?$/.exec(headers.authorization ?? '') ?? [];
    const role = Role.safeParse(given).data;
    return Promise.resolve(
      role === undefined ? null : { id: id ?? role, name: `a ${role}`, kind: 'person', role },
    );
  }
}

class NamedPrincipalsModule {}

/** Module by which requests name their principal. */
export const namedPrincipals: DynamicModule = {
  module: NamedPrincipalsModule,
  providers: [{ provide: authenticatorToken, useValue: new NamedPrincipals() }],
  exports: [authenticatorToken],
};

/** Header of a request by a principal of a role; `id` tells two of one role apart. */
export function as(role: Role, id: string = role): { authorization: string } {
  return { authorization: `Test ${role} ${id}` };
}
