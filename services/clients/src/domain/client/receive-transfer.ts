import { badField, type Checked } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, refused } from '@tyovayla/kernel/result';
import { ageBandOn } from './age-band.ts';
import { birthDateOf } from './birth-date.ts';
import { type Client, type ClientId, disclosedMunicipality } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import { fieldsInvalid, jobSearchAlreadyRunning, registrationNeedsHandler } from './client-refusals.ts';
import { type AreaCode, type JobSearchId, type RunningJobSearch, statusSpellsOf } from './job-search.ts';
import type { JobSearchTakenIn } from './life-cycle-events.ts';
import { areaUnknown } from './life-cycle-refusals.ts';
import { isForeignCitizen } from './person.ts';
import {
  type Applicant,
  again,
  begin,
  firstTime,
  subsidyReached,
  turnedBetween,
  withheldNow,
} from './register-job-seeker.ts';
import type { Registration } from './registration-form.ts';

export type ReceiveTransfer = {
  /** The person and the job search as the other area tells them, always with its history. */
  readonly registration: Registration;
  readonly fromArea: AreaCode;
  /** First day with this area. */
  readonly takenInOn: LocalDate;
  readonly newClientId: ClientId;
  readonly newJobSearchId: JobSearchId;
  readonly today: LocalDate;
  readonly neighbours: readonly AreaCode[];
};

/** What must hold of the first day here: not before the search began, and not before it left here. */
const checkDay = (
  applicant: Applicant,
  { takenInOn, today }: ReceiveTransfer,
  startedOn: LocalDate,
): Checked<LocalDate> => {
  const field = 'transferred_date';
  if (takenInOn > today) return badField(field, 'DATE_IN_FUTURE', 'is after today');
  if (takenInOn < startedOn) return badField(field, 'PERIOD_REVERSED', 'is before the first day of the job search');
  const former = applicant.kind === 'KNOWN' ? applicant.client.jobSearch : undefined;
  if (former?.status === 'TRANSFERRED' && takenInOn < former.transferredOn)
    return badField(field, 'OVERLAPS_FORMER', 'is before the day on which the case left');
  return accepted(takenInOn);
};

/** The search that left comes back with its old start; one that ended here is over, and another begins after it. */
const checkFormer = (former: Client, registration: Registration, startedOn: LocalDate): Checked<undefined> => {
  const { beginning } = registration;
  if (former.jobSearch.status === 'ENDED' && startedOn <= former.jobSearch.endedOn)
    return badField('job_search_started_date', 'OVERLAPS_FORMER', 'is not after the former job search');
  return beginning.kind === 'TAKEN_OVER' && beginning.record.subsidyDays < former.subsidyDays
    ? badField('labour_market_subsidy_days', 'SUBSIDY_DAYS_DECREASED', 'are fewer than recorded before')
    : accepted(undefined);
};

const takenIn = (client: Client, { takenInOn }: ReceiveTransfer): JobSearchTakenIn => {
  const { clientId, jobSearch, person } = client;
  const { jobSearchId, formerJobSearchId, startedOn } = jobSearch;
  const municipalityCode = disclosedMunicipality(client);
  return {
    type: 'JobSearchTakenIn',
    clientId,
    jobSearchId,
    ...(formerJobSearchId && { formerJobSearchId }),
    takenInOn,
    startedOn,
    statusSpells: statusSpellsOf(jobSearch),
    ...(municipalityCode && { municipalityCode }),
    foreignCitizen: isForeignCitizen(person),
    ageBand: ageBandOn(birthDateOf(client), takenInOn),
  };
};

const takenOn = (client: Client, takenInOn: LocalDate): Client => ({ ...client, residentSince: takenInOn });

/**
 * Takes over a client who moves here from another area with a running job search: neither a new registration nor a new
 * start, whatever day it is. It counts here from the day given; what was before is history that longer unemployment is
 * reckoned from. Refuses an area that is no neighbour, and a person whose search runs here already.
 * Source: act 380/2023 10 §, handbook 1.1 (R1.4).
 */
export const receiveTransfer = (applicant: Applicant, command: ReceiveTransfer): ClientDecision => {
  const { registration, fromArea, takenInOn, newClientId, newJobSearchId, today, neighbours } = command;
  if (applicant.kind === 'WITHHELD') return refused(registrationNeedsHandler());
  if (!neighbours.includes(fromArea)) return refused(areaUnknown());
  const former = applicant.kind === 'KNOWN' ? applicant.client : undefined;
  if (former?.jobSearch.status === 'RUNNING') return refused(jobSearchAlreadyRunning(former.jobSearch));
  const begun = begin(registration, newJobSearchId, today);
  const jobSearch: RunningJobSearch = { ...begun, takenIn: { on: takenInOn, fromArea } };
  const day = checkDay(applicant, command, begun.startedOn);
  if (!day.ok) return refused(fieldsInvalid(day.refusal));
  const agrees = former === undefined ? accepted(undefined) : checkFormer(former, registration, begun.startedOn);
  if (!agrees.ok) return refused(fieldsInvalid(agrees.refusal));
  const client = takenOn(
    former === undefined ? firstTime(registration, newClientId, jobSearch) : again(former, registration, jobSearch),
    takenInOn,
  );
  return decided(client, [
    ...(former === undefined ? [{ type: 'ClientRegistered', clientId: client.clientId } as const] : []),
    ...(former === undefined ? [] : withheldNow(former, client, today)),
    takenIn(client, command),
    ...turnedBetween(client.clientId, birthDateOf(client), { after: takenInOn, until: today }),
    ...subsidyReached(client, registration, former?.subsidyDays ?? 0),
  ]);
};
