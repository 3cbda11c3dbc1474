import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import { z } from 'zod';
import type { ForViewers, Role } from '@warren/contracts';

/** Who may call a route: whoever has the role, or everybody. */
export type Access = Role | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What viewers are shown of the answer, or of each of its events. */
    forViewers?: ForViewers<unknown>;
  }
}

/**
 * The route is for principals with this role or a higher one; one for viewers says what of its answer they are shown. Write
 * it above `@RouteConfig`, to which it adds.
 */
export function RequiresRole(role: 'viewer', forViewers: ForViewers<unknown>): MethodDecorator;
export function RequiresRole(role: Exclude<Role, 'viewer'>): MethodDecorator;
export function RequiresRole(role: Role, forViewers?: ForViewers<unknown>): MethodDecorator {
  return withAccess(role, forViewers);
}

/** The route is for everybody, whoever asks. Write it above `@RouteConfig`, to which it adds. */
export function Public(): MethodDecorator {
  return withAccess('public');
}

const Settings = z.record(z.string(), z.unknown()).default({});

/** Tells Fastify, which checks it before the body is read, and OpenAPI. */
function withAccess(access: Access, forViewers?: ForViewers<unknown>): MethodDecorator {
  return (target, key, descriptor) => {
    const handler: unknown = descriptor.value;
    const settings: unknown =
      typeof handler === 'function' ? Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) : undefined;
    RouteConfig({ ...Settings.parse(settings), access, forViewers })(target, String(key), descriptor);
    ApiExtension('x-role', access)(target, key, descriptor);
  };
}
