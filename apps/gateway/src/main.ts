import { setFlagsFromString } from 'node:v8';
import { readEnvironment, runService } from '@warren/service';
import { createApp } from './app.ts';
import { Config } from './config.ts';

// The first rows of a file are kept, and V8 would take it that all later ones are: it would allocate them as old objects.
setFlagsFromString('--no-allocation-site-pretenuring');
setFlagsFromString('--max-semi-space-size=16');

await runService(() => createApp(readEnvironment(Config)));
