// What a page would do: a dropped file in, a verdict out.
import { cancellationDelivery } from 'mapilint/rules';
import { diagnose, readMessage } from 'mapilint';

globalThis.verdict = async (bytes) =>
  diagnose(await readMessage(bytes), { rules: [cancellationDelivery] }).explanation.summary;
