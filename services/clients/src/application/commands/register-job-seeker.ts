import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';
import type { Write } from '@tyovayla/kernel/sql';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import { turningDays } from '../../domain/client/age-band.ts';
import { birthDateOf } from '../../domain/client/birth-date.ts';
import type { Client, ClientId } from '../../domain/client/client.ts';
import type { ClientFact } from '../../domain/client/client-events.ts';
import type { JobSearchId } from '../../domain/client/job-search.ts';
import { type Applicant, registerJobSeeker } from '../../domain/client/register-job-seeker.ts';
import type { Registration } from '../../domain/client/registration-form.ts';
import { registrationNeed } from '../../domain/client/serving.ts';
import { changesClients } from '../access.ts';
import { registrationRule } from '../access-rules/registration-rule.ts';
import type { ClientsPorts } from '../ports.ts';
import { closed } from './closed.ts';

/** The job search that now runs. */
export type Registered = {
  readonly clientId: ClientId;
  readonly jobSearchId: JobSearchId;
  readonly formerJobSearchId?: JobSearchId;
  readonly startedOn: LocalDate;
};

type Registering = { readonly applicant: Applicant };

export type RegisterJobSeekerCommand = Command<Registration, Registering, Client, ClientFact, Registered>;

/** The answer to a registration. */
export const registered = ({ clientId, jobSearch }: Client): Registered => {
  const { jobSearchId, formerJobSearchId, startedOn } = jobSearch;
  return { clientId, jobSearchId, startedOn, ...(formerJobSearchId && { formerJobSearchId }) };
};

/** A former client may have published a profile. */
const comesUnderProtection = (applicant: Applicant, next: Client): boolean =>
  applicant.kind === 'KNOWN' && applicant.client.protectionOrder === undefined && next.protectionOrder !== undefined;

/** Stores a person who was registered or taken in, with timers for the birthdays to come. */
export const savePerson = (
  ports: ClientsPorts,
  { applicant, next }: Registering & { readonly next: Client },
  { today, newId }: CommandContext,
): readonly Write[] => [
  ...(applicant.kind === 'KNOWN' ? ports.clients.save(applicant.client, next) : ports.clients.saveNew(next)),
  ...(comesUnderProtection(applicant, next) ? closed(ports, next.clientId) : []),
  ...turningDays(birthDateOf(next))
    .filter(({ turnsOn }) => turnsOn > today)
    .map((day) => ports.birthdays.set({ ...day, timerId: newId(), clientId: next.clientId })),
];

const dayMs = 86_400_000;

/** Whoever has the person at the desk goes on serving them for some days, also where no team has them yet. */
const registrarsNeed = (
  { serving, area }: ClientsPorts,
  { clientId, protectionOrder }: Client,
  { actor, now, newId }: CommandContext,
): readonly Write[] => {
  if (actor.kind === 'PROGRAM' || protectionOrder !== undefined || area.registrarServesDays === 0) return [];
  const until = new Date(now.getTime() + area.registrarServesDays * dayMs);
  return [serving.openNeed({ needId: newId(), clientId, staffId: actor.id, reason: registrationNeed, until })];
};

/** Registers a person as a job seeker, or a former client anew. Its timers tell the birthdays to come. */
export const registerJobSeekerCommand = (ports: ClientsPorts): RegisterJobSeekerCommand => ({
  name: 'RegisterJobSeeker',
  access: changesClients,
  load: async (tx, { person, protectionOrder }) => ({
    applicant: await ports.clients.loadApplicant(tx, person.identityCode, protectionOrder?.handlerId),
  }),
  mayTouch: ({ applicant }, { actor }, registration) =>
    registrationRule(applicant, registration, { actor, area: ports.area }),
  decide: ({ applicant }, registration, { today, newId }) => {
    const ids = { newClientId: newId() as ClientId, newJobSearchId: newId() as JobSearchId };
    const decision = registerJobSeeker(applicant, { registration, ...ids, today });
    return decision.ok ? accepted({ ...decision.value, answer: registered(decision.value.next) }) : decision;
  },
  save: ({ next }, state, context) => [
    ...savePerson(ports, { ...state, next }, context),
    ...registrarsNeed(ports, next, context),
  ],
  publish: (decision, context) => ports.events.outgoing(decision, context),
  subjectOf: ({ applicant }, decision) => decision?.next.clientId ?? knownId(applicant),
});

/** The id of a person who is known, also where they are not shown. */
export const knownId = (applicant: Applicant): ClientId | undefined => {
  if (applicant.kind === 'KNOWN') return applicant.client.clientId;
  return applicant.kind === 'WITHHELD' ? applicant.clientId : undefined;
};
