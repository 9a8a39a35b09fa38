import { readFileSync } from 'node:fs';
import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { addDays, addMonths, addYears, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { classesOn } from '../../services/statistics/src/domain/statistical-class/classes-on.ts';
import { makePeople, type SyntheticPerson } from './people.ts';
import { readTargets } from './targets.ts';

const reference = localDate('2026-11-24');
const targets = readTargets(readFileSync('services/statistics/reference/meri-lappi-table-1.json', 'utf8'));
const people = makePeople({ targets, reference, seed: 1, scale: 1, protectedPeople: 5 });
const table = people.filter((person) => !person.protectedPerson);

const ageOn = (person: SyntheticPerson, day: LocalDate): number => {
  let age = 0;
  while (addYears(person.birthDate, age + 1) <= day) age += 1;
  return age;
};

const countOn = (code: string, day: LocalDate): Record<string, number> => {
  const counts: Record<string, number> = {};
  const add = (row: string, yes: boolean): void => {
    counts[row] = (counts[row] ?? 0) + (yes ? 1 : 0);
  };
  for (const person of table.filter((one) => one.municipalityCode === code)) {
    const spells = person.spells.map((spell) => ({
      status: spell.statusCode,
      from: spell.fromDate,
      ...(spell.toDate === '' ? {} : { to: spell.toDate }),
    }));
    const is = classesOn(spells, day);
    add('allJobseekers', (person.spells[0]?.fromDate ?? day) <= day);
    add('unemployedJobseekers', is.unemployed);
    add('broadUnemployment', is.broad);
    add('longTermUnemployed', is.longTerm);
    add('ltuEquivalent', is.ltuEquivalent);
    add('fromServiceUnemployed', is.fromServiceUnemployed);
    add('serviceToService', is.serviceToService);
    add('under25', is.unemployed && ageOn(person, day) < 25);
    add('foreign', is.unemployed && person.citizenship !== 'FI');
    add('ltuUnder60', is.longTerm && ageOn(person, day) < 60);
    add('labourMarketSubsidy300', person.subsidy300ReachedDate !== '' && person.subsidy300ReachedDate <= day);
  }
  return counts;
};

describe('the synthetic population', () => {
  const days = [addMonths(reference, -6), addMonths(reference, -3), reference, addDays(reference, 30)];

  it.each(targets.flatMap((target) => days.map((day) => [target.code, day, target] as const)))(
    'fills table 1 of municipality %s exactly on %s',
    (code, day, target) => {
      const { code: _, ...expected } = target;
      expect(countOn(code, day)).toEqual(expected);
    },
  );

  it('has as many people as the plan counts, and the protected ones on top', () => {
    expect([table.length, people.length - table.length]).toEqual([4879, 5]);
  });

  it('uses artificial identity codes only, each once', () => {
    for (const person of people) {
      const parsed = parseIdentityCode(person.identityCode);
      expect(parsed).toMatchObject({ ok: true, value: { artificial: true, birthDate: person.birthDate } });
    }
    expect(new Set(people.map((person) => person.identityCode)).size).toBe(people.length);
  });

  it('makes the same people from the same seed, and others from another', () => {
    const options = { targets, reference, scale: 1, protectedPeople: 5 };
    expect(makePeople({ ...options, seed: 1 })).toEqual(people);
    expect(makePeople({ ...options, seed: 2 })[0]?.identityCode).not.toBe(people[0]?.identityCode);
  });

  it('lets people change status while the table stands still', () => {
    const recent = table.filter((person) => (person.spells.at(-1)?.fromDate ?? '') > addMonths(reference, -5));
    expect(recent.length).toBeGreaterThan(300);
  });

  it('keeps every history without gap, oldest first, the last running', () => {
    for (const { spells } of people) {
      spells.forEach((spell, index) => {
        expect(spell.toDate).toBe(spells[index + 1]?.fromDate ?? '');
        if (spell.toDate !== '') expect(spell.fromDate < spell.toDate).toBe(true);
      });
    }
  });
});
