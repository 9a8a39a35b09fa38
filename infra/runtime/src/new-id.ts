import { v7 } from 'uuid';

/** A new UUID v7: sorted by time, unguessable. */
export const newId = (): string => v7();
