import { createHmac } from 'node:crypto';
import { serviceNames } from '../service-names.ts';
import type { ServiceName } from '../service-names.ts';

/** Service with tables, which has a schema and a role of its own. */
export type DatabaseService = Exclude<ServiceName, 'gateway'>;

/** Services with tables. */
export const databaseServices = serviceNames.filter((name): name is DatabaseService => name !== 'gateway');

/** Role of the operator's commands, which owns the database. Its name is in own-database.sql as well. */
export const operatorRole = 'warren_operator';

/** Schema that a service owns; it connects under the same name. */
export const schemaOf = (service: DatabaseService): string => service.replaceAll('-', '_');

/** Role that a service connects with, which owns its schema and nothing else. */
export const roleOf = (service: DatabaseService): string => `warren_${schemaOf(service)}`;

/** URL of a database as the operator's role, from that of a superuser. */
export function urlOfOperator(adminUrl: string, database: string): string {
  const url = withRole(adminUrl, operatorRole);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/**
 * URL of a service's connection, from the operator's. For a database that `createDatabase` made; the database of an
 * operator has roles of its own.
 */
export const urlOfService = (operatorUrl: string, service: DatabaseService): string =>
  withRole(operatorUrl, roleOf(service)).href;

/**
 * A password follows from that of the role above, superuser or operator, which has all rights of the role anyway; it does
 * not lead back. So a cluster has one secret to keep.
 */
function withRole(url: string, role: string): URL {
  const own = new URL(url);
  const password = createHmac('sha256', decodeURIComponent(own.password)).update(role).digest('base64url');
  own.username = role;
  own.password = password;
  return own;
}
