// The page's own program, unbundled: what every bundle of it has to print.
import { readFileSync } from 'node:fs';
import './page.mjs';

console.log(await globalThis.verdict(readFileSync('samples/meetings/textbook-defect.msg')));
