import { loadCommand } from '../code-cache/load-command';

// A worker compiles what it needs: reading cached code takes a thread as long.
const { runWorker } = await loadCommand(undefined);
await runWorker();
