import type { Language } from './language';
import type { Template } from './template';

/** The letters that mapilint brings along. */
export const templates: Readonly<Record<Language, Template>> = {
  en: {
    subject: 'Please check your calendar: {{subject}}',
    body: `Hello,

you were invited to this meeting:

  Subject:   {{subject}}
  When:      {{when}}
  Where:     {{where}}
  Organizer: {{organizer}}

{{change}}

For a technical reason our mail server may not have sent you a change to this meeting, or the notice that it was canceled, so your calendar may still show an old entry. Please check that entry against this email, and reply if anything is unclear.

Kind regards
{{organizer}}
`,
  },
  de: {
    subject: 'Bitte Kalendereintrag prüfen: {{subject}}',
    body: `Guten Tag,

Sie waren zu dieser Besprechung eingeladen:

  Betreff:     {{subject}}
  Wann:        {{when}}
  Wo:          {{where}}
  Organisator: {{organizer}}

{{change}}

Aus technischen Gründen hat unser Mailserver Ihnen Änderungen dieser Besprechung oder ihre Absage möglicherweise nicht geschickt. Ihr Kalender zeigt dann noch einen früheren Stand. Bitte gleichen Sie diesen Stand mit dieser E-Mail ab, und antworten Sie, falls etwas unklar ist.

Mit freundlichen Grüßen
{{organizer}}
`,
  },
};
