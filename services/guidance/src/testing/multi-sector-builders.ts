import { type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { acceptIntoMultiSector } from '../domain/multi-sector/accept-into-multi-sector.ts';
import { appointMultiSectorMember } from '../domain/multi-sector/appoint-multi-sector-member.ts';
import { makeMultiSectorPlan, type NewTask } from '../domain/multi-sector/make-multi-sector-plan.ts';
import type { MultiSectorCase } from '../domain/multi-sector/multi-sector-case.ts';
import { plansOf } from '../domain/multi-sector/multi-sector-case.ts';
import type { Deciding, MultiSectorDecision } from '../domain/multi-sector/multi-sector-decision.ts';
import type { Signer } from '../domain/multi-sector/multi-sector-plan.ts';
import { referToMultiSector } from '../domain/multi-sector/refer-to-multi-sector.ts';
import { signMultiSectorPlan } from '../domain/multi-sector/sign-multi-sector-plan.ts';
import { startMultiSectorAssessment } from '../domain/multi-sector/start-multi-sector-assessment.ts';
import { startMultiSectorConsultation } from '../domain/multi-sector/start-multi-sector-consultation.ts';
import { clientIdOf } from './builders.ts';
import { somePartyPeople } from './in-memory-multi-sector.ts';

/** Monday 2 February 2026, when Aino is referred. */
export const today = localDate('2026-02-02');

let ids = 0;

/** Ids that grow, as the service's own do. */
export const nextId = (): string => {
  ids += 1;
  return `00000000-0000-7000-a000-${ids.toString().padStart(12, '0')}`;
};

/** Kerttu the specialist decides on a day. */
export const deciding = (day: LocalDate = today, by = 'staff-0001'): Deciding => ({ today: day, by, newId: nextId });

/** The case after a decision that must say yes. */
export const yes = (decision: MultiSectorDecision): MultiSectorCase => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.next;
};

export const aReferral = {
  clientId: clientIdOf(1),
  grounds: ['WORK_ABILITY', 'LIFE_MANAGEMENT'],
  consultation: 'NOT_ENOUGH',
  internalNote: 'Asked to be called in the afternoon.',
} as const;

export const aReferredCase = (clientId: string = aReferral.clientId): MultiSectorCase =>
  yes(referToMultiSector('NONE', { ...aReferral, clientId }, deciding()));

/** Helmi of Lapha and Kaisa of Kela are in the network. */
export const aConsultedCase = (clientId?: string): MultiSectorCase => {
  const involved = ['WELLBEING_COUNTY', 'KELA'] as const;
  const started = yes(
    startMultiSectorConsultation(aReferredCase(clientId), { involved, startedOn: today }, deciding()),
  );
  const people = somePartyPeople;
  const helmi = { staffId: 'staff-0009', party: 'WELLBEING_COUNTY', people } as const;
  const kaisa = { staffId: 'staff-0010', party: 'KELA', people } as const;
  return yes(appointMultiSectorMember(yes(appointMultiSectorMember(started, helmi, deciding())), kaisa, deciding()));
};

export const anAssessedCase = (clientId?: string): MultiSectorCase =>
  yes(
    startMultiSectorAssessment(
      aConsultedCase(clientId),
      { startedOn: today, clientInformedOn: today, client: 'PRESENT' },
      deciding(),
    ),
  );

export const anAcceptedCase = (clientId?: string): MultiSectorCase =>
  yes(acceptIntoMultiSector(anAssessedCase(clientId), { acceptedOn: today }, deciding()));

const aTask = (owner: NewTask['owner'], service: NewTask['service'], description: string): NewTask => ({
  owner,
  service,
  description,
  dueOn: localDate('2026-03-31'),
});

/** One task of each owner, told apart by the words. */
export const someTasks: readonly NewTask[] = [
  aTask('CLIENT', 'EMPLOYMENT', 'Tells what works at home'),
  aTask('EMPLOYMENT_AUTHORITY', 'EMPLOYMENT', 'Looks for a work trial'),
  aTask('WELLBEING_COUNTY', 'SOCIAL', 'Opens social rehabilitation'),
  aTask('KELA', 'REHABILITATION', 'Decides on rehabilitation'),
  aTask('JOINT', 'HEALTH', 'Meets once a month'),
];

export const aCaseWithDraft = (clientId?: string): MultiSectorCase =>
  yes(makeMultiSectorPlan(anAcceptedCase(clientId), { tasks: someTasks }, deciding()));

/** The plan of a case that was made last. */
export const newestPlanId = (one: MultiSectorCase): string => plansOf(one).at(-1)?.planId ?? '';

export const signedBy = (one: MultiSectorCase, ...signers: readonly Signer[]): MultiSectorCase =>
  signers.reduce(
    (now, signer) => yes(signMultiSectorPlan(now, { planId: newestPlanId(now), signer, signedOn: today }, deciding())),
    one,
  );

/** Signed by the client and all three parties. */
export const aCaseWithPlanInForce = (clientId?: string): MultiSectorCase =>
  signedBy(aCaseWithDraft(clientId), 'CLIENT', 'KELA', 'WELLBEING_COUNTY', 'EMPLOYMENT_AUTHORITY');
