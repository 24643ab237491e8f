/**
 * Repaired copies of meetings whose cancellation does not arrive.
 *
 * @module mapilint/repair
 */

export { repairMessage } from './repair-message';
export type { Repair, RepairedTime, RepairOptions, RowTime } from './repair-message';
