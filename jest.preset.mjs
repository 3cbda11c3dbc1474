import { join } from 'node:path';

const hookFile = (hook) => join(import.meta.dirname, 'libs/testing/src/jest', `${hook}.mjs`);

/**
 * One project's Jest configuration: native ESM, TypeScript through swc, workspace libraries from source.
 * With `servers`, a run has one throw-away PostgreSQL (unless TEST_POSTGRES_URL names one) and a nats-server binary;
 * jest.unit.config.mjs leaves them out.
 */
export function preset(displayName, { servers = false } = {}) {
  return {
    displayName,
    testEnvironment: 'node',
    setupFiles: [hookFile('property-seed')],
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.int.spec.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2023',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true },
            keepClassNames: true,
          },
          module: { type: 'es6' },
          sourceMaps: 'inline',
        },
      ],
    },
    collectCoverageFrom: ['src/**/*.ts', '!src/**/main.ts', '!src/**/migrations/**'],
    testTimeout: 60_000,
    ...(servers && {
      globalSetup: hookFile('global-setup'),
      globalTeardown: hookFile('global-teardown'),
    }),
  };
}
