// What a page would do: bytes in, a verdict out.
import { decodeMessage, diagnose } from 'mapilint';

globalThis.verdict = (bytes) => diagnose(decodeMessage(bytes)).explanation.summary;
