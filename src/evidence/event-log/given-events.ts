import { aListOf, anObject } from '../../arguments/kinds';

/** The events of a log. */
export const aListOfEvents = /* @__PURE__ */ aListOf('events: those of an event log', anObject);
