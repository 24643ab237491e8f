// The same in a page: what is asked for is fetched from whoever serves the page.
import { resultOf } from './result.mjs';

globalThis.resultOfUrl = async (url) => resultOf(new Uint8Array(await (await fetch(url)).arrayBuffer()));
