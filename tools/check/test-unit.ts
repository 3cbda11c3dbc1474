import { runJest } from './run-jest.ts';
import { asProcess } from './steps.ts';

/** `npm run test:unit`: the tests that need no server, no build and no browser. Arguments go to Jest. */
await asProcess(async () =>
  runJest('unit tests', ['--config=jest.unit.config.mjs', ...process.argv.slice(2)]),
);
