import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupVotes, ledAreas, parties } from '../../../src/api/multi-sector-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { StaffField } from '../common/code-search.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { ManagementGroupView } from '../lib/api-types.ts';
import { DayField, LineField } from '../process/form-fields.tsx';
import { hundredthsOf } from './group-members.ts';

type OfGroup = { readonly group: ManagementGroupView };
type OnLeader = OfGroup & { readonly leaderId: string };

const pathOf = ({ managementGroupId }: ManagementGroupView, step: string): string =>
  `/api/management-groups/${managementGroupId}/${step}`;

/** Proposes the director of a service area as leader. */
export const ProposeLeader = ({ group }: OfGroup): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ staffId: '', serviceArea: '' });
  return (
    <PartForm
      name="propose"
      title={t('multiSector.group.propose')}
      path={pathOf(group, 'leaders')}
      body={{ ...form, expectedVersion: group.version }}
      reasonFields={{ LEADER_PROPOSED_ALREADY: 'staffId' }}
      done={t('multiSector.group.proposedDone')}
    >
      <StaffField
        field="staffId"
        label={t('multiSector.member.staffId')}
        value={form.staffId}
        onChange={(staffId) => setForm({ ...form, staffId })}
      />
      <CodeChoice
        field="serviceArea"
        label={t('multiSector.group.serviceArea')}
        codes={ledAreas}
        names="multiSector.codes.ledAreas"
        value={form.serviceArea}
        onChange={(serviceArea) => setForm({ ...form, serviceArea })}
      />
    </PartForm>
  );
};

/** A member of the group votes on a proposed leader, once. */
export const VoteOnLeader = ({ group, leaderId }: OnLeader): ReactNode => {
  const { t } = useTranslation();
  const [vote, setVote] = useState('');
  return (
    <PartForm
      name={`vote-${leaderId}`}
      title={t('multiSector.group.vote')}
      path={pathOf(group, 'votes')}
      body={{ leaderId, vote, expectedVersion: group.version }}
      done={t('multiSector.group.voted')}
    >
      <CodeChoice
        field="vote"
        label={t('multiSector.group.yourVote')}
        codes={groupVotes}
        names="multiSector.codes.votes"
        value={vote}
        onChange={setVote}
      />
    </PartForm>
  );
};

/** The employment authority names a leader whom the group has approved. */
export const NameLeader = ({ group, leaderId }: OnLeader): ReactNode => {
  const { t } = useTranslation();
  return (
    <PartForm
      name={`name-${leaderId}`}
      title={t('multiSector.group.nameLeader')}
      path={pathOf(group, 'leaders/name')}
      body={{ leaderId, expectedVersion: group.version }}
      done={t('multiSector.group.namedDone')}
    >
      <p className="muted">{t('multiSector.group.nameHelp')}</p>
    </PartForm>
  );
};

/** Records what the parties have agreed to put in, for some time. */
export const RecordAgreement = ({ group }: OfGroup): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ validFromDate: '', validToDate: '' });
  const [years, setYears] = useState<Readonly<Record<string, string>>>({});
  const resources = parties.map((party) => ({ party, personYearsHundredths: hundredthsOf(years[party] ?? '') }));
  return (
    <PartForm
      name="agreement"
      title={t('multiSector.group.recordAgreement')}
      path={pathOf(group, 'agreements')}
      body={{ ...form, resources, expectedVersion: group.version }}
      reasonFields={{ AGREEMENT_OVERLAPS: 'validFromDate' }}
      done={t('multiSector.group.agreementDone')}
    >
      <DayField
        field="validFromDate"
        label={t('multiSector.group.validFrom')}
        value={form.validFromDate}
        onChange={(validFromDate) => setForm({ ...form, validFromDate })}
      />
      <DayField
        field="validToDate"
        label={t('multiSector.group.validTo')}
        value={form.validToDate}
        onChange={(validToDate) => setForm({ ...form, validToDate })}
      />
      {parties.map((party, at) => (
        <LineField
          key={party}
          field={`resources.${at}.personYearsHundredths`}
          label={t('multiSector.group.yearsOf', { party: t(`multiSector.codes.parties.${party}`) })}
          help={t('multiSector.group.yearsHelp')}
          width={8}
          value={years[party] ?? ''}
          onChange={(text) => setYears({ ...years, [party]: text })}
        />
      ))}
    </PartForm>
  );
};
