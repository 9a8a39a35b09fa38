import type { MergedRecords } from '../application/ports.ts';

/** In memory each record stands for itself: what is read through merged ones is tried on Postgres, where it is read. */
export const noMergedRecords: MergedRecords = { join: () => [], part: () => [], shareResidence: () => [] };
