/**
 * Meetings held on their due day or before, in whole percent of those held; undefined where none was held. Rounded
 * down, so that 100 % means all.
 */
export const shareOnTime = (held: number, onTime: number): number | undefined =>
  held === 0 ? undefined : Math.floor((onTime * 100) / held);
