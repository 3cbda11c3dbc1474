import { builds, checks } from './checks.ts';
import { asProcess, runLanes, runSteps } from './steps.ts';

await asProcess(async () => {
  await runSteps(builds);
  await runLanes(checks);
});
