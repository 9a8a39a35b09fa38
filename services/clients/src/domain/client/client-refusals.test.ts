import { ClientsErrorReason } from '@tyovayla/proto/tyovayla/clients/v1/clients_error_reason';
import { clientNotFound, clientRefusalCodes, fieldsInvalid } from './client-refusals.ts';

describe('the ways in which the client registry says no', () => {
  it('are the codes of the contract, each without the contract’s prefix', () => {
    const inContract = Object.keys(ClientsErrorReason)
      .filter((name) => name.startsWith('CLIENTS_ERROR_REASON_') && !name.endsWith('_UNSPECIFIED'))
      .map((name) => name.replace('CLIENTS_ERROR_REASON_', ''));
    expect([...clientRefusalCodes].sort()).toEqual(inContract.sort());
  });

  it('tell nothing but the code of a client who does not exist', () => {
    expect(clientNotFound()).toEqual({ kind: 'missing', code: 'CLIENT_NOT_FOUND', data: {} });
  });

  it.each([
    ['IDENTITY_CODE_INVALID', [['identity_code', 'IDENTITY_CODE_DATE']]],
    ['MUNICIPALITY_NOT_IN_AREA', [['municipality_code', 'MUNICIPALITY_NOT_IN_AREA']]],
    ['NATIONAL_RECORD_INCONSISTENT', [['national_record.status_spells[0].from_date', 'SPELL_GAP']]],
    [
      'INVALID_REQUEST',
      [
        ['identity_code', 'IDENTITY_CODE_DATE'],
        ['family_name', 'NAME_BLANK'],
      ],
    ],
  ])('put %s over fields of one kind, and the general code over a mixture', (code, fields) => {
    const violations = fields.map(([field = '', rule = '']) => ({ field, code: rule, description: '' }));
    expect(fieldsInvalid(violations).code).toBe(code);
  });
});
