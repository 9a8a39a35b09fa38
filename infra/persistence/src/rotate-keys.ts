import { type FieldKeys, type FieldPlace, rewrapField } from './field-encryption.ts';

/** One encrypted value of a table. `rowId` is what the value was encrypted with. */
export type EncryptedRow = { readonly rowId: string; readonly stored: Uint8Array };

export type KeyRotation = {
  readonly keys: FieldKeys;
  readonly place: Omit<FieldPlace, 'rowId'>;
  readonly batchSize: number;
  /** The next rows by rowId; the first time `after` is undefined. */
  select(after: string | undefined, limit: number): Promise<readonly EncryptedRow[]>;
  /** Stores rewrapped values, each only where the old one still stands: a value written meanwhile is newer. */
  update(rows: readonly (EncryptedRow & { readonly rewrapped: Buffer })[]): Promise<void>;
};

/**
 * Brings every value of a column under the active key, in batches, while the service runs; safe to run again.
 * Gives the number of rewrapped values. When it gave 0, the old key can be taken away.
 */
export const rotateKeys = async (rotation: KeyRotation): Promise<number> => {
  const { keys, place, batchSize } = rotation;
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const rows = await rotation.select(after, batchSize);
    const changed = rows
      .map((row) => ({ ...row, rewrapped: rewrapField(keys, row.stored, { ...place, rowId: row.rowId }) }))
      .filter((row) => !row.rewrapped.equals(row.stored));
    if (changed.length > 0) await rotation.update(changed);
    count += changed.length;
    if (rows.length < batchSize) return count;
    after = rows.at(-1)?.rowId;
  }
};
