import { runPrepared } from './bootstrap.mjs';

await runPrepared('demo.ts');
