import fc from 'fast-check';
import { mergeWrites } from './merge-writes.ts';

describe('the writes of one command', () => {
  it('stay as they are where there is only one and its count does not matter', () => {
    const text = 'INSERT INTO audit VALUES ($1)';

    expect(mergeWrites([{ text, values: [4] }])).toEqual({ text, values: [4] });
  });

  it('hang on the last where no count matters, and parameters are numbered through', () => {
    const merged = mergeWrites([
      { text: 'INSERT INTO outbox VALUES ($1, $2)', values: [1, 2] },
      { text: 'INSERT INTO audit VALUES ($1)', values: [4] },
    ]);

    expect(merged).toEqual({
      text: 'WITH w0 AS (INSERT INTO outbox VALUES ($1, $2)) INSERT INTO audit VALUES ($3)',
      values: [1, 2, 4],
    });
  });

  it('are counted in the database where counts matter', () => {
    const merged = mergeWrites([
      { text: 'DELETE FROM a WHERE id = $1', values: [1], expectRows: 1 },
      { text: 'INSERT INTO b VALUES ($1)', values: [2] },
      { text: 'DELETE FROM c WHERE id = $1', values: [3], expectRows: 2 },
    ]);

    expect(merged).toEqual({
      text: 'WITH w0 AS (DELETE FROM a WHERE id = $1 RETURNING 1), w1 AS (INSERT INTO b VALUES ($2)), w2 AS (DELETE FROM c WHERE id = $3 RETURNING 1) SELECT expect_rows(ARRAY[(SELECT count(*) FROM w0), (SELECT count(*) FROM w2)], $4)',
      values: [1, 2, 3, [1, 2]],
    });
  });

  it('use every parameter exactly once, however they are put together', () => {
    const write = fc.array(fc.integer(), { minLength: 1, maxLength: 12 }).map((values) => ({
      text: `INSERT INTO t VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    }));

    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
        const used = [...mergeWrites(writes).text.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits));
        const count = writes.reduce((sum, { values }) => sum + values.length, 0);
        expect(used.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
    );
  });
});
