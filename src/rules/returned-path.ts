import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { recipientProperties } from '../mapi/definitions/recipient-properties';

/** What rows and attachments may have: what is absent is no key of theirs. */
const cells = { ...recipientProperties, ...attachmentProperties };

/**
 * Whether a path such as `embedded[1].recipients[3].trackStatusTime` leads to something in a message: to a value, or to the
 * place of one that is absent. A property may have a name of MAPI or [MS-OXPROPS].
 */
export function leadsSomewhere(message: object, path: string): boolean {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let value: unknown = message;
  return (
    path === '' ||
    steps.every((step, index) => {
      const isThere = hasPlace(value, step);
      // the last is not read: it may be large, and left in the file
      if (isThere && index < steps.length - 1) value = (value as Record<string, unknown>)[step];
      return isThere;
    })
  );
}

function hasPlace(value: unknown, step: string): boolean {
  if (typeof value !== 'object' || value === null || step in Object.prototype) return false;
  return (
    step in value ||
    ('properties' in value && (step in cells || /^(Pid(Tag|Lid|Name)|PR_|dispid)\w+$/.test(step)))
  );
}
