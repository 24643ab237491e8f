// npm run bench:plot: makes docs/benchmarks.md and its plot anew from the newest report.

import { join } from 'node:path';
import { root } from './built-programs';
import { publishNewest } from './publish';

publishNewest(join(root, 'docs'));
