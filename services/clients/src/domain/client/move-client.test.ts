import { localDate } from '@tyovayla/kernel/local-date';
import { municipalityCode } from '@tyovayla/kernel/municipality';
import { aClient, anEndedJobSearch, aProtectedClient, clientId, dayAfter, today } from '../../testing/builders.ts';
import { given } from '../../testing/given.ts';
import type { Client } from './client.ts';
import { moveClient } from './move-client.ts';

const simo = municipalityCode('751');
const kemi = municipalityCode('240');

const moving =
  (to = simo, from = '2026-01-20') =>
  (client: Client) =>
    moveClient(client, { municipalityCode: to, from: localDate(from), today });

describe('a move within the area (act 380/2023 10 §, handbook R1.4)', () => {
  it('changes the municipality and leaves the job search as it is', () => {
    const aino = aClient();
    const next = given(aino)
      .when(moving())
      .then({
        type: 'MunicipalityChanged',
        clientId: clientId(1),
        from: localDate('2026-01-20'),
        municipalityCode: simo,
      });
    expect(next.person.municipalityCode).toBe('751');
    expect(next.residentSince).toBe('2026-01-20');
    expect(next.jobSearch).toBe(aino.jobSearch);
  });

  it('is told of a former client too: the next job search starts where they live', () => {
    const next = given(aClient({ jobSearch: anEndedJobSearch() }))
      .when(moving())
      .then([expect.anything()]);
    expect(next.person.municipalityCode).toBe('751');
  });

  it('over the border to Haparanda is one as well: such people stay clients (handbook 1.7)', () => {
    given(aClient())
      .when(moving(municipalityCode('198')))
      .then([expect.objectContaining({ municipalityCode: '198' })]);
  });

  it('on the very day known last corrects that day', () => {
    given(aClient())
      .when(moving(simo, '2026-01-12'))
      .then([expect.objectContaining({ from: '2026-01-12' })]);
  });

  it('today is the last day that a move can be dated', () => {
    given(aClient()).when(moving(simo, today)).then([expect.anything()]);
    given(aClient())
      .when(moving(simo, dayAfter(today)))
      .refuses('DATE_IN_FUTURE');
  });

  it('is refused on a day before the residence known last', () => {
    const refusal = given(aClient()).when(moving(simo, '2026-01-11')).refuses('MOVE_BEFORE_KNOWN_RESIDENCE');
    expect(refusal.data).toEqual({ residentSince: '2026-01-12' });
  });

  it('to where the client lives already is none', () => {
    given(aClient()).when(moving(kemi)).refuses('MUNICIPALITY_UNCHANGED');
  });

  it('of a client under protection is recorded and told to nobody (handbook 1.6 (6))', () => {
    const next = given(aProtectedClient()).when(moving()).then([]);
    expect([next.person.municipalityCode, next.residentSince, next.version]).toEqual(['751', '2026-01-20', 2]);
  });
});
