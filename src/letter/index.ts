// Mails to those whom the changes of a meeting did not reach

export { letterDraft } from './draft';
export { languages } from './language';
export type { Language } from './language';
export { letterOf, letterText } from './letter';
export type { Letter } from './letter';
export { templateOf } from './template';
