// How containers of messages write texts, GUIDs and names.

export { encodeGuid as guidBytes } from '../../src/mapi/values/guid';
export { PS_MAPI, PS_PUBLIC_STRINGS } from '../../src/mapi/values/property-sets';
export { encodeUtf16 as utf16 } from '../../src/mapi/values/utf16';
export { stringEntry } from '../../src/msg/writing/name-map-storage';
