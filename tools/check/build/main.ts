/** `node tools/check/build/main.ts [NAME …]` builds what has changed: the services, the page, or both. */
import { StepFailed, asProcess, root, runStep } from '../steps.ts';
import { builds } from './builds.ts';
import { ensureBuilt } from './ensure-built.ts';

const names = process.argv.slice(2);

await asProcess(async () => {
  for (const build of builds.filter(({ name }) => names.length === 0 || names.includes(name))) {
    await ensureBuilt(root, build, async ({ name, command, env }) => {
      const code = await runStep({ name, command: [...command], ...(env && { env }) });
      if (code !== 0) {
        throw new StepFailed(`${name} failed`);
      }
    });
  }
});
