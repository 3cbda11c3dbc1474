export { migrate, ormOptions } from './database.module.ts';
export { defineService } from './define-service.ts';
export type { Service } from './define-service.ts';
export {
  CommunityEnvironment,
  DatabaseEnvironment,
  EventServiceEnvironment,
  ServiceEnvironment,
  flag,
  isThisMachine,
  readEnvironment,
  retainedDays,
  withinReach,
  workerTimes,
} from './environment.ts';
export { HealthModule } from './health/health.module.ts';
export type { Readiness } from './health/health.controller.ts';
export type { Figure } from './health/metrics.controller.ts';
export { lookUpReach } from './settings/reach.ts';
export { doubling, retry } from './retry.ts';
export { runService, serviceLogger } from './start.ts';
