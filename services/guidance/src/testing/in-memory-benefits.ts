import type { MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import type { Benefits } from '../application/benefit-ports.ts';
import type { Benefit } from '../domain/benefit/benefit.ts';

type Row = Benefit & { readonly replacedBy?: string };

const benefitOf = ({ replacedBy: _replaced, ...benefit }: Row): Benefit => benefit;

/** Benefits in memory. */
export const inMemoryBenefits = (transactions: MemoryTransactions): Benefits => {
  const table = transactions.table<Row>();
  return {
    ofClient: async (_sql, clientId) =>
      table
        .all()
        .filter((row) => row.clientId === clientId && row.replacedBy === undefined)
        .map(benefitOf)
        .toSorted((one, other) => (one.from < other.from ? 1 : -1)),
    record: ({ benefit, replaces, ends }) => [
      table.insert(benefit.recordId, benefit),
      ...(replaces ? [table.update(replaces.recordId, { ...replaces, replacedBy: benefit.recordId })] : []),
      ...(ends ? [table.update(ends.recordId, ends)] : []),
    ],
  };
};
