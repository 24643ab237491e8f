/**
 * Functions and types to write and test rules of your own.
 *
 * @module mapilint/rules/kit
 */

export { defineRule } from '../define-rule';
export type { CheckResultOf, RuleDefinition } from '../define-rule';
export type { ObservationOf, ProblemOf, SharedReason, StatementOf, Wording } from '../messages';
export type { Plugin } from '../plugin';
export type { Observation, Person, Problem, Rule, RuleContext } from '../rule';

export { forEachRow, forEachTable } from './for-each-row';
export type { Judgement, RowOptions } from './for-each-row';
export { personOf } from '../check-rows';
export type { Copies, RowProblemOf } from '../check-rows';
export { judged, notAMeeting, notApplicable, unreadable, valueProblem } from '../check-result';
export { who } from '../wording';

export { addressesOf, normaliseAddress, representedAddresses, senderAddresses } from '../../message/address';
export { smtpDomainOf, isSameAddress } from './compare-addresses';
export { isOrganizerRow } from '../../message/meeting';
export { copyOf } from '../../message/meeting-copy';
export type { MeetingCopy } from '../../message/meeting-copy';
export type { MeetingTable } from '../../message/meeting-tables';

export { buildMessage, buildMsg } from './build-message';
export type { AttachmentDescription, MessageDescription, RecipientDescription } from './message-description';
export { noTime, ofType, zeroTime } from './written-value';
export type { PropertyTypeName, TypedValue, Written, WrittenProperty, WrittenTime } from './written-value';

export { testRule } from './test-rule';
export type { ExpectedFinding, InvalidCase, RuleCases, RunCase, ValidCase } from './rule-case';
