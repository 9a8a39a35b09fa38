import { peerOfCertificate, programName } from './peer.ts';

const certificate = (subjectaltname: string | undefined) =>
  ({ raw: Buffer.from('certificate'), subjectaltname, valid_to: 'Nov 24 08:00:00 2036 GMT' }) as never;

describe('the calling program', () => {
  it('is the one name of the area in its certificate', () => {
    const peer = peerOfCertificate(
      certificate('DNS:portal.meri-lappi.tyovayla, DNS:localhost, IP Address:127.0.0.1'),
      'meri-lappi',
    );
    expect(peer).toMatchObject({ program: 'portal', validUntil: Date.UTC(2036, 10, 24, 8) });
    expect(programName('portal', 'meri-lappi')).toBe('portal.meri-lappi.tyovayla');
  });

  it.each([
    ['there is no certificate', undefined],
    ['there is no name', certificate(undefined)],
    ['the name is of another area', certificate('DNS:portal.rovaniemi.tyovayla')],
    ['the name is a part of another', certificate('DNS:portal.meri-lappi.tyovayla.example.test')],
    ['there are two names', certificate('DNS:portal.meri-lappi.tyovayla, DNS:clients.meri-lappi.tyovayla')],
    ['the name has a part too many', certificate('DNS:portal.evil.meri-lappi.tyovayla')],
    ['the name is a pattern', certificate('DNS:*.meri-lappi.tyovayla')],
    ['the name stands inside a quoted one', certificate('DNS:"x, DNS:portal.meri-lappi.tyovayla, y"')],
    ['the name is not a DNS name', certificate('URI:portal.meri-lappi.tyovayla')],
  ])('is unknown where %s', (_why, given) => {
    expect(peerOfCertificate(given, 'meri-lappi')).toBeUndefined();
  });
});
