export type { Nats, ServiceName } from '@warren/servers';
export { freePort } from '@warren/servers';
export { type Authority, type Certificate, createAuthority } from './certificates/authority.ts';
export { type TlsPostgres, startTlsPostgres } from './certificates/tls-postgres.ts';
export { type Changed, valuesThatChange } from './kept-values.ts';
export { MessagesBody, type Outcome, type ScriptedRequest } from './messages/request.ts';
export { type ScriptedMessages, scriptedMessages } from './messages/scripted-messages.ts';
export {
  type AnswerTurn,
  byTurn,
  type ErrorTurn,
  judging,
  proposing,
  reading,
  type Script,
  themeTools,
  type ToolUse,
  type Turn,
  type TurnUsage,
} from './messages/script.ts';
export {
  type Account,
  type ServiceAccount,
  type TestOidcProvider,
  startOidcProvider,
} from './oidc/start-oidc-provider.ts';
export { randomNumbers } from './random-numbers.ts';
export { copyOfTemplate } from './template-database.ts';
export { startTestNats } from './test-nats.ts';
export { createTestDatabase, type TestDatabase, testPostgres } from './test-postgres.ts';
export { waitFor } from './wait-for.ts';
export { type System, databaseUrlOf, quickTimes, startSystem, usualTimes } from './system.ts';
