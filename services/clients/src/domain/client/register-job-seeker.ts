import { badField, type Checked } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { refused } from '@tyovayla/kernel/result';
import { ageBandOn, turningDays } from './age-band.ts';
import { birthDateOf } from './birth-date.ts';
import { type Client, type ClientId, disclosedMunicipality } from './client.ts';
import { type ClientDecision, decided } from './client-decision.ts';
import type { ClientFact, JobSearchStarted } from './client-events.ts';
import { fieldsInvalid, jobSearchAlreadyRunning, registrationNeedsHandler } from './client-refusals.ts';
import { countedUntil, type JobSearchId, type RunningJobSearch, statusSpellsOf } from './job-search.ts';
import { isForeignCitizen } from './person.ts';
import { subsidyDaysToReach } from './record-subsidy-days.ts';
import type { JobSearchBeginning, Registration } from './registration-form.ts';
import { turned } from './turn-age.ts';

/** What the registry knows of the person who is registered. */
export type Applicant =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'KNOWN'; readonly client: Client }
  /** Known and protected, and not shown to the one who registers. */
  | { readonly kind: 'WITHHELD'; readonly clientId: ClientId };

export type RegisterJobSeeker = {
  readonly registration: Registration;
  /** Used where the person is new. */
  readonly newClientId: ClientId;
  readonly newJobSearchId: JobSearchId;
  readonly today: LocalDate;
};

/** The job search that a registration begins. */
export const begin = (registration: Registration, jobSearchId: JobSearchId, today: LocalDate): RunningJobSearch => {
  const { beginning } = registration;
  if (beginning.kind === 'TODAY') {
    const openSpell = { code: beginning.statusCode, from: today };
    return { status: 'RUNNING', jobSearchId, startedOn: today, closedSpells: [], openSpell };
  }
  const { startedOn, closedSpells, openSpell } = beginning.record;
  return { status: 'RUNNING', jobSearchId, startedOn, closedSpells, openSpell };
};

/** A person new to the registry, before anything was told of them. */
export const firstTime = (registration: Registration, clientId: ClientId, jobSearch: RunningJobSearch): Client => ({
  clientId,
  version: 0,
  person: registration.person,
  residentSince: jobSearch.startedOn,
  jobSearch,
  ...reachedOn(registration.beginning),
  subsidyDays: registration.beginning.kind === 'TAKEN_OVER' ? registration.beginning.record.subsidyDays : 0,
  ...(registration.protectionOrder && { protectionOrder: registration.protectionOrder }),
});

/** The day of the 300th subsidy day as a part to spread, where a record taken over tells it. */
const reachedOn = (beginning: JobSearchBeginning): { readonly subsidy300ReachedOn?: LocalDate } =>
  beginning.kind === 'TAKEN_OVER' && beginning.record.subsidy300ReachedOn
    ? { subsidy300ReachedOn: beginning.record.subsidy300ReachedOn }
    : {};

/** Another municipality counts from the new job search's first day on, or from the day known last if that is later. */
const residentSince = (former: Client, { person }: Registration, startedOn: LocalDate): LocalDate => {
  if (person.municipalityCode === former.person.municipalityCode) return former.residentSince;
  return startedOn > former.residentSince ? startedOn : former.residentSince;
};

/** What a registration tells anew; the person's id, subsidy days and an order already in force stand. */
export const again = (former: Client, registration: Registration, jobSearch: RunningJobSearch): Client => {
  const { beginning } = registration;
  const protectionOrder = former.protectionOrder ?? registration.protectionOrder;
  return {
    ...former,
    // Registered under a code that they had before, they keep the one that they have.
    person: { ...registration.person, identityCode: former.person.identityCode },
    residentSince: residentSince(former, registration, jobSearch.startedOn),
    ...(former.subsidy300ReachedOn === undefined && reachedOn(beginning)),
    jobSearch: { ...jobSearch, formerJobSearchId: former.jobSearch.jobSearchId },
    subsidyDays: beginning.kind === 'TAKEN_OVER' ? beginning.record.subsidyDays : former.subsidyDays,
    ...(protectionOrder && { protectionOrder }),
  };
};

/** A record taken over must also agree with what the registry itself knows of a former client. */
const checkAgainstFormer = (former: Client, { beginning }: Registration): Checked<undefined> => {
  const formerUntil = countedUntil(former.jobSearch);
  if (beginning.kind === 'TODAY' || formerUntil === undefined) return { ok: true, value: undefined };
  if (beginning.record.startedOn < formerUntil) {
    return badField('national_record.job_search_started_date', 'OVERLAPS_FORMER', 'is not after the former job search');
  }
  return beginning.record.subsidyDays < former.subsidyDays
    ? badField('national_record.labour_market_subsidy_days', 'SUBSIDY_DAYS_DECREASED', 'are fewer than recorded before')
    : { ok: true, value: undefined };
};

const started = (client: Client, birthDate: LocalDate): JobSearchStarted => {
  const { clientId, jobSearch, person } = client;
  const { jobSearchId, formerJobSearchId, startedOn } = jobSearch;
  const municipalityCode = disclosedMunicipality(client);
  return {
    type: 'JobSearchStarted',
    clientId,
    jobSearchId,
    ...(formerJobSearchId && { formerJobSearchId }),
    startedOn,
    statusSpells: statusSpellsOf(jobSearch),
    ...(municipalityCode && { municipalityCode }),
    foreignCitizen: isForeignCitizen(person),
    ageBand: ageBandOn(birthDate, startedOn),
  };
};

/** Birthdays between two days, the first not counted, as facts of their own. */
export const turnedBetween = (
  clientId: ClientId,
  birthDate: LocalDate,
  { after, until }: { readonly after: LocalDate; readonly until: LocalDate },
): readonly ClientFact[] =>
  turningDays(birthDate)
    .filter(({ turnsOn }) => turnsOn > after && turnsOn <= until)
    .map(({ age, turnsOn }) => turned(clientId, age, turnsOn));

/** The age band travels as on the first day; birthdays since then are told as facts of their own. */
const turnedSince = ({ clientId, jobSearch }: Client, birthDate: LocalDate, today: LocalDate): readonly ClientFact[] =>
  turnedBetween(clientId, birthDate, { after: jobSearch.startedOn, until: today });

/** That the 300th day was reached, where a record taken over tells it for the first time. */
export const subsidyReached = (
  client: Client,
  { beginning }: Registration,
  daysBefore: number,
): readonly ClientFact[] =>
  beginning.kind === 'TAKEN_OVER' && beginning.record.subsidy300ReachedOn && daysBefore < subsidyDaysToReach
    ? [
        {
          type: 'SubsidyDays300Reached',
          clientId: client.clientId,
          reachedOn: beginning.record.subsidy300ReachedOn,
        },
      ]
    : [];

/** That the municipality is withheld from now on, where it was not before. */
export const withheldNow = (former: Client, next: Client, today: LocalDate): readonly ClientFact[] =>
  former.protectionOrder === undefined && next.protectionOrder !== undefined
    ? [{ type: 'MunicipalityWithheld', clientId: next.clientId, from: today }]
    : [];

/** A registration that has been understood, with the job search that it begins. */
type Understood = {
  readonly registration: Registration;
  readonly jobSearch: RunningJobSearch;
  readonly today: LocalDate;
};

const registerNew = (clientId: ClientId, { registration, jobSearch, today }: Understood): ClientDecision => {
  const client = firstTime(registration, clientId, jobSearch);
  return decided(client, [
    { type: 'ClientRegistered', clientId },
    started(client, registration.birthDate),
    ...turnedSince(client, registration.birthDate, today),
    ...subsidyReached(client, registration, 0),
  ]);
};

const registerAgain = (former: Client, { registration, jobSearch, today }: Understood): ClientDecision => {
  if (former.jobSearch.status === 'RUNNING') return refused(jobSearchAlreadyRunning(former.jobSearch));
  const agrees = checkAgainstFormer(former, registration);
  if (!agrees.ok) return refused(fieldsInvalid(agrees.refusal));
  const client = again(former, registration, jobSearch);
  const birthDate = birthDateOf(client);
  return decided(client, [
    ...withheldNow(former, client, today),
    started(client, birthDate),
    ...turnedSince(client, birthDate, today),
    ...subsidyReached(client, registration, former.subsidyDays),
  ]);
};

/**
 * Registers a person as a job seeker. The job search starts today and never earlier (380/2023 27 §, handbook R1.1),
 * unless a search that runs in the national register is taken over. A person known from before gets a new job search
 * that links to the former one; while one runs a second is refused.
 */
export const registerJobSeeker = (applicant: Applicant, command: RegisterJobSeeker): ClientDecision => {
  if (applicant.kind === 'WITHHELD') return refused(registrationNeedsHandler());
  const { registration, newClientId, newJobSearchId, today } = command;
  const understood = { registration, jobSearch: begin(registration, newJobSearchId, today), today };
  return applicant.kind === 'NEW' ? registerNew(newClientId, understood) : registerAgain(applicant.client, understood);
};
