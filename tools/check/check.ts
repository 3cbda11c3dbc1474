import { check } from './checks.ts';
import { asProcess } from './steps.ts';

await asProcess(check);
