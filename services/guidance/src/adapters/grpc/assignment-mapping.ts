import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import type { NeedList } from '../../application/queries/list-open-needs.ts';
import type { TeamList } from '../../application/queries/list-teams.ts';
import type { Substitution } from '../../domain/assignment/substitution.ts';

/** Codes of the domain, which are the contract's without their prefix; what the contract doesn't know has none. */
export const handOverReasonFrom = (reason: contract.HandOverReason): string =>
  contract.handOverReasonToJSON(reason).replace('HAND_OVER_REASON_', '');

export const needReasonFrom = (reason: contract.NeedReason): string =>
  contract.needReasonToJSON(reason).replace('NEED_REASON_', '');

export const substitutionTo = (substitution: Substitution): contract.Substitution => ({
  substitutionId: substitution.substitutionId,
  version: substitution.version,
  absentStaffId: substitution.absentId,
  substituteStaffId: substitution.substituteId,
  fromDate: substitution.from,
  toDate: substitution.to,
});

export const needTo = (need: NeedList['needs'][number]): contract.StatedNeed => ({
  needId: need.needId,
  clientId: need.clientId,
  staffId: need.staffId,
  reason: contract.needReasonFromJSON(`NEED_REASON_${need.reason}`),
  text: need.text,
  openTime: need.openedAt,
  untilTime: need.until,
  open: need.open,
});

export const teamsTo = ({ teams, serviceAreas, staffNames }: TeamList): contract.ListTeamsResponse => ({
  teams: teams.map(({ id: teamId, name, specialists }) => ({
    teamId,
    nameFi: name.fi,
    nameSv: name.sv,
    nameEn: name.en,
    specialists: specialists.map(({ staffId, municipality: municipalityCode, statementPower }) => ({
      staffId,
      municipalityCode,
      statementPower,
    })),
  })),
  serviceAreas: serviceAreas.map(({ id: serviceAreaId, municipalities }) => ({
    serviceAreaId,
    municipalityCodes: [...municipalities],
  })),
  staffNames: [...staffNames].map(([staffId, displayName]) => ({ staffId, displayName })),
});
