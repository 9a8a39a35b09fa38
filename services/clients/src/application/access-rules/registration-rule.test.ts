import { aProgram, aStaffMember } from '@tyovayla/runtime/testing/actors';
import { aNationalRecordForm, aRegistration, inMeriLappi } from '../../testing/builders.ts';
import { registrationRule } from './registration-rule.ts';

describe('who may take over a job search with its history', () => {
  const area = {
    municipalities: inMeriLappi().areaMunicipalities,
    takeoverPrograms: ['population'],
    neighbours: [],
    registrarServesDays: 7,
  };
  const takeover = aRegistration({ statusCode: '', nationalRecord: aNationalRecordForm() });
  const no = { allowed: false, rule: 'NATIONAL_RECORD_NOT_ALLOWED', hidden: false };

  it('is a takeover program of the area that acts alone', () => {
    expect(registrationRule({ kind: 'NEW' }, takeover, { actor: aProgram('population'), area })).toEqual({
      allowed: true,
    });
  });

  it('is no other program, and no program of an area that takes nobody over', () => {
    expect(registrationRule({ kind: 'NEW' }, takeover, { actor: aProgram('guidance'), area })).toEqual(no);
    const closed = { ...area, takeoverPrograms: [], neighbours: [], registrarServesDays: 7 };
    expect(registrationRule({ kind: 'NEW' }, takeover, { actor: aProgram('population'), area: closed })).toEqual(no);
  });

  it('is no member of staff, through whatever program they come', () => {
    const actor = aStaffMember('CASE_SPECIALIST', { program: 'population' });
    expect(registrationRule({ kind: 'NEW' }, takeover, { actor, area })).toEqual(no);
  });
});
