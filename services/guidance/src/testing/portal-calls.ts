import { randomUUID } from 'node:crypto';
import { localDate } from '@tyovayla/kernel/local-date';
import { type AssessServiceNeedRequest, Stated } from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import type { CallError } from '@tyovayla/runtime/grpc/call-error';
import type { ClientNews } from '../domain/client-case/client-news.ts';

/** The registry's news of someone who registered on Monday 2 February 2026, in Kemi unless said otherwise. */
export const registered = (clientId: string, residence: object = { municipalityCode: '240' }): ClientNews => ({
  kind: 'JobSearchStarted',
  clientId,
  jobSearch: {
    jobSearchId: randomUUID(),
    startedOn: localDate('2026-02-02'),
    statusCode: '02',
    statusSince: localDate('2026-02-02'),
  },
  residence,
});

/** What a refused call shows of itself. */
export const refusalOf = (
  call: Promise<unknown>,
): Promise<Pick<CallError, 'code' | 'reason' | 'metadata' | 'violations'>> =>
  call.then(
    () => {
      throw new Error('was not refused');
    },
    ({ code, reason, metadata, violations }: CallError) => ({ code, reason, metadata, violations }),
  );

/** An assessment of what service a client needs, as the portal sends it. */
export const aServiceNeedRequest = (
  clientId: string,
  about: Partial<AssessServiceNeedRequest> = {},
): AssessServiceNeedRequest => ({
  requestId: randomUUID(),
  clientId,
  segmentCode: '03',
  workAbilityConsidered: Stated.STATED_YES,
  multiSectorNeed: Stated.STATED_NO,
  vocationalQualification: Stated.STATED_UNSPECIFIED,
  serviceLanguage: 'sv',
  note: 'Iltavuorot sopivat',
  ...about,
});
