import { checks } from './checks.ts';
import { asProcess, runSteps } from './steps.ts';

await asProcess(async () => runSteps(checks));
