import { defineRule, forEachRow, smtpDomainOf, who } from 'mapilint/rules/kit';

export const externalAttendee = defineRule({
  meta: {
    id: 'external-attendee',
    title: 'Everybody who is invited belongs to the house',
    severity: 'warning',
    messages: {
      /** @param {import('mapilint/rules/kit').Person & { domain: string }} values */
      'external-attendee': (values) => `${who(values)}: ${values.domain} is none of our domains`,
    },
    kinds: { domain: 'address' },
    schema: {
      type: 'object',
      properties: {
        domains: { type: 'array', items: { type: 'string' }, minItems: 1 },
      },
      additionalProperties: false,
    },
    defaultOptions: { domains: ['example.com'] },
  },
  appliesTo: 'meeting',
  check: (message, { options }) =>
    forEachRow(message, (row) => {
      const domain = smtpDomainOf(row.smtpAddress ?? row.emailAddress);
      if (domain === undefined || options.domains.includes(domain)) return undefined;
      return { code: 'external-attendee', severity: 'warning', cell: 'emailAddress', values: { domain } };
    }),
});
