// Workers start from JavaScript: this one first learns TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
