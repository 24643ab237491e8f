import type { PropertyStore } from '../mapi/rows/property-store';
import type { Message } from '../message/message';
import type { Redacted, Substitute } from '../rules/redacted';
import type { CheckedEvidence } from './checked-evidence';
import type { CheckedFile, ReportedFile, ReportedMessage } from './checked-file';
import type { EvidenceFile } from './evidence-file';
import { redactAnomaly, redactWords } from './redact-damage';
import { redactDiagnosis } from './redact-diagnosis';
import { redactPlace } from './redact-place';
import { shownClass } from './shown-text';
import { redactUnreadable } from './redact-error';
import { remembering } from './redact-values';
import type { StoreFile } from './store-file';

/**
 * Replaces names, addresses and subjects in a checked file with substitutes, for texts (`formatText`) and lines
 * (`csvRows`). The redacted message contains only what these need, so functions that need recipients or properties,
 * such as `formatTable` and `toFileReport`, do not accept it. Pass the diagnosis as `diagnose` returned it: if it came
 * through JSON, each text is replaced as a whole.
 */
export function redactFile(file: CheckedFile, substitute: Substitute): ReportedFile {
  const hide = remembering(substitute);
  return {
    ...redactPlace(file, hide),
    message: redactMessage(file.message, hide),
    diagnosis: redactDiagnosis(file.diagnosis, hide),
  };
}

/** Redacts a piece of evidence that was judged by itself, as `redactFile` does. */
export function redactEvidence(checked: CheckedEvidence, substitute: Substitute): CheckedEvidence {
  const hide = remembering(substitute);
  const { evidence } = checked;
  return {
    path: hide('path', checked.path),
    evidence: {
      ...evidence,
      ...('product' in evidence && evidence.product !== undefined
        ? { product: hide('text', evidence.product) }
        : {}),
      anomalies: evidence.anomalies.map((anomaly) => redactAnomaly(anomaly, hide)),
    },
    diagnosis: redactDiagnosis(checked.diagnosis, hide),
  };
}

/** A store that was read. */
export function redactStore<F extends StoreFile>(file: F, substitute: Substitute): F {
  const { anomalies, suppressedAnomalies } = file.store;
  const hidden = anomalies.map((anomaly) => redactAnomaly(anomaly, substitute));
  return { ...file, path: substitute('path', file.path), store: { anomalies: hidden, suppressedAnomalies } };
}

/** A file of evidence; what it fits is called as whoever reported that called it. */
export function redactEvidenceFile(file: EvidenceFile, substitute: Substitute): EvidenceFile {
  if ('error' in file) return redactUnreadable(file, substitute);
  const { kind, anomalies, suppressedAnomalies } = file.evidence;
  const hidden = anomalies.map((anomaly) => redactAnomaly(anomaly, substitute));
  return { ...redactPlace(file, substitute), evidence: { kind, anomalies: hidden, suppressedAnomalies } };
}

/** The message as lines and texts of a report see it: what is nobody's, and what stands for the rest. */
function redactMessage(message: Message, substitute: Substitute): ReportedMessage {
  const { kind, messageClass, subject, appointmentStart, clientSubmitTime, note, notCaptured } = message;
  const hide = (text: string): string => substitute('text', text);
  const hidden = (kind: Redacted, text: string | undefined): string | undefined =>
    text === undefined ? undefined : substitute(kind, text);
  const { sentRepresentingName: name, sentRepresentingEmailAddress, sentRepresentingSmtpAddress } = message;
  return {
    kind,
    messageClass: messageClass === undefined ? undefined : shownClass(messageClass, hide),
    subject: hidden('subject', subject),
    appointmentStart,
    clientSubmitTime,
    // it may hold whatever another program calls the meeting
    globalObjectId: undefined,
    sentRepresentingName: hidden(name === sentRepresentingEmailAddress ? 'address' : 'name', name),
    sentRepresentingEmailAddress: hidden('address', sentRepresentingEmailAddress),
    sentRepresentingSmtpAddress: hidden('address', sentRepresentingSmtpAddress),
    note: note === undefined ? undefined : redactWords(note, substitute),
    notCaptured,
    anomalies: message.anomalies.map((anomaly) => redactAnomaly(anomaly, substitute)),
    suppressedAnomalies: message.suppressedAnomalies,
    suppressedErrors: message.suppressedErrors,
    properties: statesOf(message),
  };
}

/** What is known of the properties, without their values. */
function statesOf({ properties }: Message): Pick<PropertyStore, 'state'> {
  return { state: (definition) => properties.state(definition) };
}
