// npm run build [-- --production]
import { parseArgs } from 'node:util';
import { build } from './lib/build.ts';

const { values } = parseArgs({ options: { production: { type: 'boolean', default: false } } });

await build(values.production ? 'production' : 'development');
