import { addDays, addMonths, fromDayNumber, type LocalDate, localDate, toDayNumber } from '@tyovayla/kernel/local-date';
import fc from 'fast-check';
import { classIntervals, classRows } from './class-intervals.ts';
import { type ClassParameters, defaultClassParameters } from './class-parameters.ts';
import { classesOn } from './classes-on.ts';
import { type StatusSpell, statusCodes } from './status-spell.ts';

const firstDay = toDayNumber(localDate('2023-01-01'));

// Lengths near 12 months, weeks around a month's end and single days, where an off-by-one would show.
const lengthInDays = fc.oneof(
  fc.integer({ min: 1, max: 10 }),
  fc.integer({ min: 20, max: 120 }),
  fc.integer({ min: 340, max: 380 }),
);

const piece = fc.record({
  status: fc.oneof(fc.constantFrom('02', '03', '07', '00'), fc.constantFrom(...statusCodes)),
  days: lengthInDays,
  gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) }),
});

const history = fc
  .record({
    start: fc.integer({ min: 0, max: 800 }),
    pieces: fc.array(piece, { minLength: 1, maxLength: 9 }),
    runs: fc.boolean(),
  })
  .map(({ start, pieces, runs }): readonly StatusSpell[] => {
    let day = firstDay + start;
    return pieces.map(({ status, days, gap }, index) => {
      const from = fromDayNumber(day + gap);
      day += gap + days;
      return runs && index === pieces.length - 1 ? { status, from } : { status, from, to: fromDayNumber(day) };
    });
  });

const parameterSets: fc.Arbitrary<ClassParameters> = fc.record({
  longTermMonths: fc.constant(12),
  equivalentMonths: fc.constant(12),
  equivalentWithinMonths: fc.constant(16),
  shortBreakDays: fc.constantFrom(0, 0, 1, 28),
  serviceEndedMonths: fc.constantFrom(3, 3, 0, 1),
  serviceWithinMonths: fc.constantFrom(12, 12, 6),
});

const classesByInterval = (
  intervals: ReturnType<typeof classIntervals>,
  day: LocalDate,
): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    classRows.map((row) => [
      row,
      intervals.some(
        (interval) => interval.row === row && interval.from <= day && (interval.to === undefined || day < interval.to),
      ),
    ]),
  );

describe('counting a person by intervals', () => {
  it('agrees with the definition on every day that was drawn', () => {
    fc.assert(
      fc.property(history, parameterSets, fc.array(fc.nat(3500), { minLength: 8, maxLength: 8 }), (spells, p, days) => {
        const intervals = classIntervals(spells, p);
        for (const day of days.map((offset) => fromDayNumber(firstDay + offset)))
          expect({ day, ...classesByInterval(intervals, day) }).toEqual({ day, ...classesOn(spells, day, p) });
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with the definition on the days around every boundary', () => {
    fc.assert(
      fc.property(history, parameterSets, (spells, p) => {
        const intervals = classIntervals(spells, p);
        const boundaries = intervals.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
        for (const day of boundaries.flatMap((boundary) => [addDays(boundary, -1), boundary]))
          expect({ day, ...classesByInterval(intervals, day) }).toEqual({ day, ...classesOn(spells, day, p) });
      }),
      { numRuns: 250 },
    );
  });

  it('gives ordered intervals of one row that neither overlap nor touch', () => {
    fc.assert(
      fc.property(history, (spells) => {
        const intervals = classIntervals(spells);
        for (const row of classRows) {
          const own = intervals.filter((interval) => interval.row === row);
          own.slice(1).forEach((interval, index) => {
            const before = own[index]?.to;
            expect(before !== undefined && before < interval.from).toBe(true);
          });
        }
      }),
    );
  });

  it('counts nobody without a spell, and passes over a status that held for no day', () => {
    expect(classIntervals([])).toEqual([]);
    const day = localDate('2026-02-02');
    expect(classIntervals([{ status: '02', from: day, to: day }])).toEqual([]);
  });
});

describe('the classes of one person', () => {
  const start = localDate('2025-03-31');
  const isOn = (spells: readonly StatusSpell[], day: LocalDate, parameters = defaultClassParameters) =>
    Object.entries(classesOn(spells, day, parameters))
      .filter(([, is]) => is)
      .map(([row]) => row);

  it('has Aino long-term unemployed from the day on which twelve months have passed', () => {
    const spells = [{ status: '02', from: start }];
    expect(isOn(spells, localDate('2026-03-30'))).toEqual(['unemployed', 'broad']);
    expect(isOn(spells, localDate('2026-03-31'))).toEqual(['unemployed', 'broad', 'longTerm', 'structural']);
  });

  it('lets twelve months from 29 February be full on 28 February', () => {
    const spells = [{ status: '02', from: localDate('2024-02-29') }];
    expect(isOn(spells, localDate('2025-02-27'))).not.toContain('longTerm');
    expect(isOn(spells, localDate('2025-02-28'))).toContain('longTerm');
  });

  it('does not interrupt unemployment where a layoff becomes one', () => {
    const spells = [
      { status: '03', from: start, to: localDate('2025-09-01') },
      { status: '02', from: localDate('2025-09-01') },
    ];
    expect(isOn(spells, localDate('2026-03-31'))).toContain('longTerm');
  });

  it('interrupts it by one day of work, unless the area lets short breaks pass', () => {
    const spells = [
      { status: '02', from: start, to: localDate('2025-09-01') },
      { status: '01', from: localDate('2025-09-01'), to: localDate('2025-09-02') },
      { status: '02', from: localDate('2025-09-02') },
    ];
    const day = localDate('2026-03-31');
    expect(isOn(spells, day)).not.toContain('longTerm');
    expect(isOn(spells, day, { ...defaultClassParameters, shortBreakDays: 1 })).toContain('longTerm');
    // A break makes up for itself by one more day in the window of sixteen months.
    expect(isOn(spells, day)).not.toContain('ltuEquivalent');
    expect(isOn(spells, addDays(day, 1))).toContain('ltuEquivalent');
  });

  it('counts Veikko as equivalent with twelve of the last sixteen months, until he is long-term unemployed', () => {
    const spells = [
      { status: '02', from: localDate('2025-01-01'), to: localDate('2025-07-01') },
      { status: '01', from: localDate('2025-07-01'), to: localDate('2025-09-01') },
      { status: '02', from: localDate('2025-09-01') },
    ];
    const intervals = classIntervals(spells).filter(({ row }) => row === 'ltuEquivalent' || row === 'longTerm');
    expect(intervals).toEqual([
      { row: 'longTerm', from: '2026-09-01' },
      { row: 'ltuEquivalent', from: '2026-03-04', to: '2026-09-01' },
    ]);
  });

  it('lets the equivalence end where the window jumps over four days at the end of February', () => {
    const spells = [
      { status: '02', from: localDate('2024-09-01'), to: localDate('2025-03-01') },
      { status: '01', from: localDate('2025-03-01'), to: localDate('2025-07-02') },
      { status: '02', from: localDate('2025-07-02') },
    ];
    expect(classIntervals(spells).filter(({ row }) => row === 'ltuEquivalent')).toEqual([
      { row: 'ltuEquivalent', from: '2026-01-31', to: '2026-03-01' },
    ]);
  });

  it('counts Sari as unemployed after a service from three to twelve months after its end', () => {
    const ended = localDate('2025-11-30');
    const spells = [
      { status: '07', from: localDate('2025-06-01'), to: ended },
      { status: '02', from: ended },
    ];
    expect(isOn(spells, localDate('2026-02-28'))).not.toContain('fromServiceUnemployed');
    // 28 February three months back is 28 November, two days before the placement's end.
    expect(isOn(spells, localDate('2026-03-01'))).toContain('fromServiceUnemployed');
    expect(isOn(spells, localDate('2026-11-29'))).toContain('fromServiceUnemployed');
    expect(isOn(spells, localDate('2026-11-30'))).toContain('longTerm');
    expect(isOn(spells, localDate('2026-11-30'))).not.toContain('fromServiceUnemployed');
  });

  it('counts Olli from service to service only after an earlier placement; joined placements are one', () => {
    const earlier = { status: '07', from: localDate('2025-08-01'), to: localDate('2025-10-01') };
    const day = localDate('2026-02-01');
    const apart = [earlier, { status: '02', from: earlier.to, to: addDays(earlier.to, 1) }];
    expect(isOn([...apart, { status: '00', from: addDays(earlier.to, 1) }], day)).toEqual([
      'broad',
      'serviceToService',
      'structural',
    ]);
    expect(isOn([earlier, { status: '00', from: earlier.to }], day)).toEqual(['broad']);
  });

  it('counts people who study, work or have no job search nowhere', () => {
    for (const status of ['01', '04', '05', '08', '09'])
      expect(isOn([{ status, from: start }], addMonths(start, 6))).toEqual([]);
    expect(isOn([{ status: '02', from: start, to: localDate('2025-04-01') }], localDate('2025-04-01'))).toEqual([]);
  });

  it('gives each person at most one part of structural unemployment, and structural exactly where there is one', () => {
    fc.assert(
      fc.property(history, fc.nat(3500), (spells, offset) => {
        const is = classesOn(spells, fromDayNumber(firstDay + offset));
        const parts = [is.longTerm, is.ltuEquivalent, is.fromServiceUnemployed, is.serviceToService].filter(Boolean);
        expect(parts.length).toBe(is.structural ? 1 : 0);
      }),
    );
  });
});
