import 'reflect-metadata';
import { readEnvironment, runService } from '@warren/service';
import { createApp } from './app.ts';
import { Config } from './config.ts';

await runService(() => createApp(readEnvironment(Config)));
