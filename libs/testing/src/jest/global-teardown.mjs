import { dropTemplates } from '../template-database.ts';

/** Stops the PostgreSQL that the global set-up started, else removes from the caller's what the tests of the run shared. */
export default async function tearDown() {
  await (globalThis.stopTestPostgres?.() ?? dropTemplates());
}
