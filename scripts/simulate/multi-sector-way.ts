import type { LocalDate } from '@tyovayla/kernel/local-date';
import {
  ConsultationFinding,
  MultiSectorExitReason,
  MultiSectorGround,
  MultiSectorParty,
  MultiSectorService,
  MultiSectorSigner,
  MultiSectorTaskOwner,
} from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { Served } from './casework.ts';
import type { Desk } from './office.ts';

const county = MultiSectorParty.MULTI_SECTOR_PARTY_WELLBEING_COUNTY;
const kela = MultiSectorParty.MULTI_SECTOR_PARTY_KELA;

/** Consulting the other authorities is not enough: the client is referred. */
export const refer = ({ clientId, desk }: Served) =>
  desk.guidance.referToMultiSector({
    clientId,
    grounds: [MultiSectorGround.MULTI_SECTOR_GROUND_WORK_ABILITY],
    consultation: ConsultationFinding.CONSULTATION_FINDING_NOT_ENOUGH,
    internalNote: '',
  });

/** The parties consult; each names its member. */
export const consult = async (
  { clientId, desk }: Served,
  today: LocalDate,
  members: readonly Desk[],
): Promise<void> => {
  await desk.guidance.startMultiSectorConsultation({
    clientId,
    expectedVersion: 0,
    parties: [county, kela],
    startedDate: today,
  });
  for (const [index, { staffId }] of members.entries())
    await desk.guidance.appointMultiSectorMember({
      clientId,
      expectedVersion: 0,
      staffId,
      party: index === 0 ? county : kela,
    });
};

/** They assess together with the client, who was informed that day. */
export const assessTogether = ({ clientId, desk }: Served, today: LocalDate) =>
  desk.guidance.startMultiSectorAssessment({
    clientId,
    expectedVersion: 0,
    startedDate: today,
    clientInformedDate: today,
    clientPresent: true,
  });

export const accept = ({ clientId, desk }: Served, today: LocalDate) =>
  desk.guidance.acceptIntoMultiSector({ clientId, expectedVersion: 0, acceptedDate: today });

const task = (
  owner: MultiSectorTaskOwner,
  service: MultiSectorService,
  [description, dueDate]: [string, LocalDate],
) => ({
  taskId: '',
  owner,
  service,
  description,
  dueDate,
  doneDate: '',
});

/** The joint plan is made and signed by all, the employment authority last; gives the plan's id. */
export const agreeJointPlan = async (
  { clientId, desk }: Served,
  { today, due, members }: { today: LocalDate; due: LocalDate; members: readonly Desk[] },
): Promise<string> => {
  const { planId } = await desk.guidance.makeMultiSectorPlan({
    clientId,
    expectedVersion: 0,
    tasks: [
      task(
        MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_EMPLOYMENT_AUTHORITY,
        MultiSectorService.MULTI_SECTOR_SERVICE_EMPLOYMENT,
        ['Työkokeilupaikan etsiminen', due],
      ),
      task(
        MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_WELLBEING_COUNTY,
        MultiSectorService.MULTI_SECTOR_SERVICE_SOCIAL,
        ['Sosiaaliohjaus', due],
      ),
      task(MultiSectorTaskOwner.MULTI_SECTOR_TASK_OWNER_KELA, MultiSectorService.MULTI_SECTOR_SERVICE_REHABILITATION, [
        'Kuntoutuksen selvitys',
        due,
      ]),
    ],
  });
  const own = MultiSectorSigner.MULTI_SECTOR_SIGNER_OWN_PARTY;
  const signed = { clientId, expectedVersion: 0, planId, signedDate: today };
  await desk.guidance.signMultiSectorPlan({ ...signed, signer: MultiSectorSigner.MULTI_SECTOR_SIGNER_CLIENT });
  for (const member of [...members, desk]) await member.guidance.signMultiSectorPlan({ ...signed, signer: own });
  return planId;
};

export const reviewJointPlan = ({ clientId, desk }: Served, today: LocalDate) =>
  desk.guidance.reviewMultiSectorPlan({ clientId, expectedVersion: 0, reviewedDate: today, doneTaskIds: [] });

export const leave = ({ clientId, desk }: Served, today: LocalDate) =>
  desk.guidance.exitMultiSector({
    clientId,
    expectedVersion: 0,
    reason: MultiSectorExitReason.MULTI_SECTOR_EXIT_REASON_NEED_ENDED,
    exitedDate: today,
  });
