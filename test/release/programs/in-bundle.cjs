// node in-bundle.cjs BUNDLE: calls what a bundled page offers.
const { readFileSync } = require('node:fs');

globalThis.self = globalThis; // as in a page
new Function(readFileSync(process.argv[2], 'utf8'))();
globalThis.verdict(readFileSync('samples/meetings/textbook-defect.msg')).then(console.log);
