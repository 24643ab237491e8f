// The kinds of property values under one name, `kinds.text`, so that they shadow nobody's `text` and `time`

export {
  binary,
  bitField,
  boolean,
  currency,
  enumerated,
  floating,
  guid,
  integer,
  integer64,
  several,
  text,
  time,
  untyped,
} from './property';
