// What a page would do: a dropped file in, a verdict out.
import { cancellationDelivery, diagnose, readMessage } from 'mapilint';

globalThis.verdict = async (bytes) =>
  diagnose(await readMessage(bytes), { rules: [cancellationDelivery] }).explanation.summary;
