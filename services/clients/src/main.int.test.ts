import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import { ClientsServiceService, RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { MergeConflict, MergeSide } from '@tyovayla/proto/tyovayla/clients/v1/identity';
import { LanguageLevel, Profile, ProfilePart, type WorkPermit } from '@tyovayla/proto/tyovayla/clients/v1/profile';
import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import { WorkAbilityPurpose } from '@tyovayla/proto/tyovayla/clients/v1/work_ability';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import { type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { aPerson, identityCodeOf } from './testing/builders.ts';

type Calls = GrpcClient<typeof ClientsServiceService>;

let platform: Platform;
let portal: Calls;
let population: Calls;

const callsOf = (program: string): Calls => {
  const { certFile, keyFile, caFile } = platform.tls(program);
  const material = { cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) };
  return grpcClient({ service: ClientsServiceService }, platform.addresses.clients, {
    tls: tlsFromMaterial(material),
    serverName: 'clients.meri-lappi.tyovayla',
    deadlineMs: 10_000,
  });
};

const as = async (staff: string) => ({ token: await platform.token(staff, 'clients', 'portal') });

const request = (about: Partial<RegisterJobSeekerRequest> = {}): RegisterJobSeekerRequest => {
  const { identityCode, givenNames, familyName, municipalityCode, contact } = aPerson();
  return RegisterJobSeekerRequest.fromPartial({
    requestId: randomUUID(),
    ...{ identityCode, givenNames, familyName, municipalityCode, contact },
    serviceLanguage: ServiceLanguage.SERVICE_LANGUAGE_FI,
    citizenships: ['FI'],
    statusCode: '02',
    ...about,
  });
};

const refusalOf = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => {
      throw new Error('was not refused');
    },
    (error: CallError) => error,
  );

const withoutIncident = ({ code, reason, metadata, violations }: CallError) => ({ code, reason, metadata, violations });

beforeAll(async () => {
  platform = await startPlatform({ services: ['clients'], asOf: '2026-02-02' });
  portal = callsOf('portal');
  population = callsOf('population');
});

afterAll(async () => {
  portal?.close();
  population?.close();
  await platform?.stop();
});

describe('the client registry as its callers meet it', () => {
  it('registers a person and shows them to a case specialist', async () => {
    const registered = await portal.registerJobSeeker(request(), await as('staff-0001'));
    expect(registered.startedDate).toBe('2026-02-02');
    const { client } = await portal.getClient({ clientId: registered.clientId }, await as('staff-0001'));
    expect(client).toMatchObject({
      clientId: registered.clientId,
      identityCode: aPerson().identityCode,
      birthDate: '1988-05-14',
      version: 2,
      jobSearches: [{ statusSpells: [{ statusCode: '02', fromDate: '2026-02-02', toDate: '' }] }],
    });
    const log = await portal.listClientAccesses(
      { clientId: registered.clientId, pageSize: 0, pageToken: '' },
      await as('staff-0007'),
    );
    expect(log.accesses.map(({ action, result, actorRole }) => [action, result, actorRole])).toEqual([
      ['GetClient', 'SHOWN', 'CASE_SPECIALIST'],
      ['RegisterJobSeeker', 'CHANGED', 'CASE_SPECIALIST'],
    ]);
  });

  it('names every bad field at once, those of the contract and those of the registry', async () => {
    const bad = request({ identityCode: '010190-999K', givenNames: '', municipalityCode: '091', statusCode: '99' });
    const refusal = await refusalOf(portal.registerJobSeeker(bad, await as('staff-0001')));
    expect([refusal.code, refusal.reason]).toEqual(['INVALID_ARGUMENT', 'INVALID_REQUEST']);
    expect(refusal.violations.map(({ field }) => field).sort()).toEqual(
      ['identity_code', 'given_names', 'municipality_code', 'status_code'].sort(),
    );
    expect(JSON.stringify(refusal.violations)).not.toContain('010190');
  });

  it('says of an identity code alone which of its rules is broken', async () => {
    const bad = request({ identityCode: '010190-999K' });
    const refusal = await refusalOf(portal.registerJobSeeker(bad, await as('staff-0001')));
    expect([refusal.reason, refusal.violations[0]?.code]).toEqual([
      'IDENTITY_CODE_INVALID',
      'IDENTITY_CODE_CHECK_CHARACTER',
    ]);
  });

  it('answers for a protected client as for one who does not exist', async () => {
    const order = { validFromDate: '2026-01-01', validToDate: '', handlerId: 'staff-0004' };
    const code = identityCodeOf('1975-03-03', 960);
    const guarded = await population.registerJobSeeker(request({ identityCode: code, protectionOrder: order }));
    const see = async (clientId: string, staff: string) =>
      withoutIncident(await refusalOf(portal.getClient({ clientId }, await as(staff))));
    expect(await see(guarded.clientId, 'staff-0001')).toEqual(await see(randomUUID(), 'staff-0001'));
    const find = async (identityCode: string) =>
      withoutIncident(await refusalOf(portal.findClientByIdentityCode({ identityCode }, await as('staff-0001'))));
    expect(await find(code)).toEqual(await find(identityCodeOf('1975-03-03', 962)));
    const unreasoned = await refusalOf(portal.getClient({ clientId: guarded.clientId }, await as('staff-0004')));
    expect(unreasoned.reason).toBe('ACCESS_REASON_REQUIRED');
    const asked = { clientId: guarded.clientId, accessReason: AccessReason.ACCESS_REASON_CLIENT_SERVICE };
    const { client } = await portal.getClient(asked, await as('staff-0004'));
    expect(client?.protectionOrder?.handlerId).toBe('staff-0004');
  });

  it('records, publishes and shows a profile, and names every bad field of one at once', async () => {
    const code = identityCodeOf('1977-03-04', 964);
    const { clientId } = await portal.registerJobSeeker(request({ identityCode: code }), await as('staff-0001'));
    const profile = Profile.fromPartial({
      occupationsSought: ['5223'],
      skillIds: [randomUUID()],
      languages: [{ language: 'sv', level: LanguageLevel.LANGUAGE_LEVEL_B1 }],
    });
    const record = async (recorded: Profile) =>
      portal.recordProfile(
        { requestId: randomUUID(), clientId, profile: recorded, expectedVersion: 0 },
        await as('staff-0001'),
      );
    expect((await record(profile)).profileVersion).toBe(1);
    const parts = [ProfilePart.PROFILE_PART_SKILLS];
    const publish = { requestId: randomUUID(), clientId, parts, expectedVersion: 1 };
    expect((await portal.publishProfile(publish, await as('staff-0001'))).profileVersion).toBe(2);
    const shown = await portal.getProfile({ clientId }, await as('staff-0001'));
    expect(shown).toMatchObject({ profile, publication: { parts }, profileVersion: 2 });
    const bad = Profile.fromPartial({
      occupationsSought: ['27'],
      skillIds: ['cooking'],
      workPermits: [99 as WorkPermit],
      education: [{ levelCode: '3', fieldCode: '77' }],
    });
    const refusal = await refusalOf(record(bad));
    expect(refusal.violations.map(({ field }) => field).sort()).toEqual([
      'profile.education[0].field_code',
      'profile.occupations_sought[0]',
      'profile.skill_ids[0]',
      'profile.work_permits[0]',
    ]);
  });

  it('shows work ability for a stated purpose alone', async () => {
    const code = identityCodeOf('1977-03-04', 966);
    const { clientId } = await portal.registerJobSeeker(request({ identityCode: code }), await as('staff-0001'));
    const show = async (purpose: WorkAbilityPurpose) =>
      portal.getWorkAbility({ clientId, purpose }, await as('staff-0001'));
    const without = await refusalOf(show(WorkAbilityPurpose.WORK_ABILITY_PURPOSE_UNSPECIFIED));
    expect([without.code, without.violations.map(({ field }) => field)]).toEqual(['INVALID_ARGUMENT', ['purpose']]);
    const shown = await show(WorkAbilityPurpose.WORK_ABILITY_PURPOSE_NEEDS_ASSESSMENT);
    expect(shown).toMatchObject({ workAbility: undefined, workAbilityVersion: 0 });
  });

  it('shows the profile that a person chose of two records under either id', async () => {
    const register = async (number: number, occupation: string) => {
      const code = identityCodeOf('1977-03-04', number);
      const { clientId } = await portal.registerJobSeeker(request({ identityCode: code }), await as('staff-0001'));
      const profile = Profile.fromPartial({ occupationsSought: [occupation] });
      const recorded = { requestId: randomUUID(), clientId, profile, expectedVersion: 0 };
      await portal.recordProfile(recorded, await as('staff-0001'));
      return clientId;
    };
    const [keptClientId, mergedClientId] = [await register(970, '5223'), await register(972, '5120')];
    const { MERGE_SIDE_KEPT: kept, MERGE_SIDE_MERGED: merged } = MergeSide;
    const merge = async (settled: readonly (readonly [MergeConflict, MergeSide])[]) =>
      portal.mergeClients(
        {
          requestId: randomUUID(),
          keptClientId,
          mergedClientId,
          resolutions: settled.map(([conflict, side]) => ({ conflict, side })),
          expectedVersion: 0,
          mergedExpectedVersion: 0,
        },
        await as('staff-0003'),
      );
    const searches = [MergeConflict.MERGE_CONFLICT_BOTH_JOB_SEARCHES_RUN, kept] as const;
    const refusal = await refusalOf(merge([searches]));
    expect([refusal.reason, refusal.metadata]).toEqual([
      'MERGE_CONFLICTS_UNRESOLVED',
      expect.objectContaining({ conflicts: 'PROFILE_DIFFERS' }),
    ]);
    await merge([searches, [MergeConflict.MERGE_CONFLICT_PROFILE_DIFFERS, merged]]);
    for (const clientId of [keptClientId, mergedClientId]) {
      const { profile, profileVersion } = await portal.getProfile({ clientId }, await as('staff-0001'));
      expect([profile?.occupationsSought, profileVersion]).toEqual([['5120'], 2]);
    }
  });

  it('pages through a list with tokens that tell nothing of anyone', async () => {
    for (const [number, familyName] of ['Siikala', 'Siikala', 'Siikaniemi'].entries()) {
      const code = identityCodeOf('1966-06-06', 970 + number);
      await portal.registerJobSeeker(request({ identityCode: code, familyName }), await as('staff-0001'));
    }
    const page = async (pageToken: string) =>
      portal.listClients(
        { namePrefix: 'SIIKA', municipalityCode: '', statusCode: '', clientIds: [], pageSize: 2, pageToken },
        await as('staff-0001'),
      );
    const first = await page('');
    const second = await page(first.nextPageToken);
    expect([first.clients.length, second.clients.length, second.nextPageToken]).toEqual([2, 1, '']);
    expect(first.nextPageToken).toBe(first.clients[1]?.clientId);
    expect((await refusalOf(page('not-a-token'))).violations[0]?.code).toBe('PAGE_TOKEN_INVALID');
  });

  it('answers a request sent again after a crash as it did before', async () => {
    const once = request({ identityCode: identityCodeOf('1977-07-07', 980) });
    const before = await portal.registerJobSeeker(once, await as('staff-0001'));
    await platform.kill('clients', 'SIGKILL');
    await platform.start('clients');
    expect(await portal.registerJobSeeker(once, await as('staff-0001'))).toEqual(before);
  });
});
