import { municipalityCode } from '@tyovayla/kernel/municipality';
import type { Client } from '../domain/client/client.ts';
import type { JobSearch } from '../domain/client/job-search.ts';
import { noParts, type RecordParts } from '../domain/client/record-parts.ts';
import type { WholeClient } from '../domain/client/whole-client.ts';
import {
  aClient,
  anEndedJobSearch,
  aPerson,
  aRunningJobSearch,
  clientId,
  identityCodeOf,
  jobSearchId,
} from './builders.ts';

/** A record with its job searches and the one home that it knows. */
export const aWholeClient = (client: Client = aClient(), former: readonly JobSearch[] = []): WholeClient => ({
  client,
  jobSearches: [client.jobSearch, ...former],
  residences: [{ from: client.residentSince, municipalityCode: client.person.municipalityCode }],
  parts: noParts,
});

/** A record with some parts. */
export const withParts = (whole: WholeClient, parts: Partial<RecordParts>): WholeClient => ({
  ...whole,
  parts: { ...whole.parts, ...parts },
});

/** Aino's other record, under a code that was hers before: she was unemployed in Tornio from March to June 2025. */
export const aDuplicate = (about: Partial<Client> = {}): WholeClient =>
  aWholeClient(
    aClient({
      clientId: clientId(2),
      version: 4,
      person: aPerson({
        identityCode: identityCodeOf('1988-05-15'),
        familyName: 'Ahola',
        municipalityCode: municipalityCode('851'),
      }),
      jobSearch: anEndedJobSearch({ jobSearchId: jobSearchId(2) }),
      subsidyDays: 40,
      ...about,
    }),
  );

/** As `aDuplicate`, unemployed again since February 2025 with a job search that runs. */
export const aRunningDuplicate = (about: Partial<Client> = {}): WholeClient =>
  aDuplicate({
    jobSearch: aRunningJobSearch({
      jobSearchId: jobSearchId(2),
      startedOn: '2025-02-03' as never,
      openSpell: { code: '02', from: '2025-02-03' as never },
    }),
    ...about,
  });
