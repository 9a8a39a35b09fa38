import { newForm, requestOf } from './register-form.ts';

describe('A registration form', () => {
  const form = newForm('2026-11-24', '240');

  it('stands for a request without the fields left empty', () => {
    expect(requestOf(form, 'staff-0001')).toEqual({ municipalityCode: '240', citizenships: ['FI'] });
  });

  it('brings what people type into the form that is asked for', () => {
    const typed = { ...form, identityCode: ' 010190-999w ', phone: '040 123 4567', familyName: ' Hiekkala ' };
    expect(requestOf(typed, 'staff-0001')).toMatchObject({
      identityCode: '010190-999W',
      familyName: 'Hiekkala',
      contact: { phone: '+358401234567' },
    });
  });

  it('assigns a protected person to the handler who registers them', () => {
    const protectedForm = { ...form, protectionInForce: true };
    expect(requestOf(protectedForm, 'staff-0004')).toMatchObject({
      protectionOrder: { validFromDate: '2026-11-24', handlerId: 'staff-0004' },
    });
    expect(requestOf(form, 'staff-0004')).not.toHaveProperty('protectionOrder');
  });
});
