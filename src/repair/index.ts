/**
 * Makes repaired copies of meetings whose updates and cancellations Exchange cannot send.
 *
 * @module mapilint/repair
 */

export { repairMessage } from './repair-message';
export type { Repair, RepairedTime, RepairOptions, RowTime } from './repair-message';
