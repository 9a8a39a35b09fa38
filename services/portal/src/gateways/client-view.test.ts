import { Client, JobSearchEndReason, ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { endReasons, serviceLanguages } from '../api/codes.ts';
import { clientView, registerMessage } from './client-view.ts';

const message = Client.fromPartial({
  clientId: '0190f000-0000-7000-8000-000000000001',
  familyName: 'Alatalo',
  serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_SV,
  citizenships: ['FI', 'SE'],
  contact: { email: 'aino@example.fi' },
  jobSearches: [
    { jobSearchId: 'b', startedDate: '2026-01-05', statusSpells: [{ statusCode: '02', fromDate: '2026-01-05' }] },
    {
      jobSearchId: 'a',
      startedDate: '2024-01-05',
      endedDate: '2024-06-30',
      endReason: JobSearchEndReason.JOB_SEARCH_END_REASON_EMPLOYED,
    },
  ],
  version: 7,
});

describe('A client, as the API shows them', () => {
  it('has codes without the contract’s prefixes', () => {
    const view = clientView(message);
    expect(view.serviceLanguage).toBe('SV');
    expect(view.jobSearches[1]?.endReason).toBe('EMPLOYED');
  });

  it('leaves out what the contract leaves empty', () => {
    const view = clientView(message);
    expect(view.contact).toEqual({ email: 'aino@example.fi' });
    expect(view.jobSearches[0]).not.toHaveProperty('endedDate');
    expect(view.jobSearches[0]).not.toHaveProperty('endReason');
    expect(view.jobSearches[0]?.statusSpells).toEqual([{ statusCode: '02', fromDate: '2026-01-05' }]);
    expect(view).not.toHaveProperty('protectionOrder');
  });
});

describe('The code lists of the API', () => {
  const codes = (names: object, prefix: string): string[] =>
    Object.keys(names)
      .filter((name) => name.startsWith(prefix) && !name.endsWith('UNSPECIFIED'))
      .map((name) => name.slice(prefix.length));

  it('are those of the contract, none more and none less', () => {
    expect(codes(ServiceLanguage, 'SERVICE_LANGUAGE_')).toEqual([...serviceLanguages]);
    expect(codes(JobSearchEndReason, 'JOB_SEARCH_END_REASON_')).toEqual([...endReasons]);
  });
});

describe('A registration from the portal', () => {
  it('never brings a national record, and carries the id that makes repeating it harmless', () => {
    const request = registerMessage('0190f000-0000-7000-8000-00000000000a', {
      identityCode: '010190-900B',
      givenNames: 'Aino',
      familyName: 'Alatalo',
      municipalityCode: '240',
      serviceLanguage: 'SE',
      citizenships: ['FI'],
      statusCode: '02',
    });
    expect(request.requestId).toBe('0190f000-0000-7000-8000-00000000000a');
    expect(request.serviceLanguage).toBe(ServiceLanguage.SERVICE_LANGUAGE_SE);
    expect(request.nationalRecord).toBeUndefined();
  });
});
