import { runPrepared } from './bootstrap.mjs';

await runPrepared('test-all.ts');
