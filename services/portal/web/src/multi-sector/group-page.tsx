import { Heading, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPage } from '../common/missing-page.tsx';
import { PartScope } from '../common/part-form.tsx';
import { ProblemAlert } from '../common/problem-alert.tsx';
import { StaffName } from '../common/staff-name.tsx';
import { Waiting } from '../common/waiting.tsx';
import type { ManagementGroupView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { useResource } from '../lib/use-resource.ts';
import { usePartyNames } from './case-facts.tsx';
import { FormGroup } from './form-group.tsx';
import { NameLeader, ProposeLeader, RecordAgreement, VoteOnLeader } from './group-forms.tsx';

type OfGroup = { readonly group: ManagementGroupView };
type Leader = ManagementGroupView['leaders'][number];

/** The wellbeing services county's area to which this employment area belongs (seed 4.6). */
const countyArea = 'LAPHA-SOUTH-WEST';

const leads = (roles: readonly string[]): boolean => roles.includes('SERVICE_MANAGER');

const Members = ({ group }: OfGroup): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const partyNames = usePartyNames();
  return (
    <section className="card" aria-labelledby="group-members-title">
      <Heading level="2" size="small" id="group-members-title" spacing>
        {t('multiSector.group.members')}
      </Heading>
      <p className="muted">
        {t('multiSector.group.formed', { date: day(group.formedDate), negotiated: day(group.negotiatedDate) })}
      </p>
      <ul className="plain-links">
        {group.members.map(({ staffId, party }) => (
          <li key={staffId}>
            <StaffName id={staffId} />, {partyNames([party])}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Votes = ({ leader }: { readonly leader: Leader }): ReactNode => {
  const { t } = useTranslation();
  const partyNames = usePartyNames();
  if (leader.votes.length === 0) return <p className="muted">{t('multiSector.group.noVotes')}</p>;
  return (
    <ul className="plain-links">
      {leader.votes.map(({ memberId, party, vote }) => (
        <li key={memberId}>
          {partyNames([party])}: {t(`multiSector.codes.votes.${vote}`, { defaultValue: vote })}{' '}
          <span className="muted">
            (<StaffName id={memberId} />)
          </span>
        </li>
      ))}
    </ul>
  );
};

const LeaderItem = ({ group, leader }: OfGroup & { readonly leader: Leader }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { roles, staffId } = useSignedIn();
  const votes =
    leader.state === 'PROPOSED' &&
    leader.staffId !== staffId &&
    group.members.some((member) => member.staffId === staffId) &&
    !leader.votes.some(({ memberId }) => memberId === staffId);
  return (
    <li className="rows__row stack stack--tight">
      <h3 className="process__title">
        <StaffName id={leader.staffId} />,{' '}
        {t(`multiSector.codes.ledAreas.${leader.serviceArea}`, { defaultValue: leader.serviceArea })}{' '}
        <Tag size="small" variant="outline" data-color={leader.state === 'NAMED' ? 'success' : 'neutral'}>
          {t(`multiSector.codes.leaderStates.${leader.state}`, { defaultValue: leader.state })}
        </Tag>
      </h3>
      <p className="muted">
        {t('multiSector.group.proposed', { date: day(leader.proposedDate) })}
        {leader.namedDate ? ` · ${t('multiSector.group.named', { date: day(leader.namedDate) })}` : ''}
      </p>
      <Votes leader={leader} />
      {votes ? <VoteOnLeader group={group} leaderId={leader.leaderId} /> : undefined}
      {leads(roles) && leader.state === 'APPROVED' ? (
        <NameLeader group={group} leaderId={leader.leaderId} />
      ) : undefined}
    </li>
  );
};

const Leaders = ({ group }: OfGroup): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <section className="card stack" aria-labelledby="leaders-title">
      <Heading level="2" size="small" id="leaders-title">
        {t('multiSector.group.leaders')}
      </Heading>
      {group.leaders.length === 0 ? (
        <p className="muted">{t('multiSector.group.noLeaders')}</p>
      ) : (
        <ul className="rows plain-links">
          {group.leaders.map((leader) => (
            <LeaderItem key={`${leader.leaderId} ${group.version}`} group={group} leader={leader} />
          ))}
        </ul>
      )}
      {leads(roles) ? <ProposeLeader key={group.version} group={group} /> : undefined}
    </section>
  );
};

const Agreements = ({ group }: OfGroup): ReactNode => {
  const { t } = useTranslation();
  const { day, count } = useFormats();
  const { roles } = useSignedIn();
  const partyNames = usePartyNames();
  return (
    <section className="card stack" aria-labelledby="agreements-title">
      <Heading level="2" size="small" id="agreements-title">
        {t('multiSector.group.agreements')}
      </Heading>
      {group.agreements.length === 0 ? <p className="muted">{t('multiSector.group.noAgreements')}</p> : undefined}
      <ul className="plain-links">
        {group.agreements.map(({ agreementId, validFromDate, validToDate, resources }) => (
          <li key={agreementId}>
            <strong>
              {day(validFromDate)} – {day(validToDate)}
            </strong>
            <ul>
              {resources.map(({ party, personYearsHundredths }) => (
                <li key={party}>
                  {partyNames([party])}:{' '}
                  {t('multiSector.group.personYears', { years: count(personYearsHundredths / 100) })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {leads(roles) ? <RecordAgreement key={group.version} group={group} /> : undefined}
    </section>
  );
};

const Nobody = ({ onFormed }: { onFormed(): void }): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <section className="card stack" aria-label={t('multiSector.group.title')}>
      <p className="muted">{t('multiSector.group.none')}</p>
      {leads(roles) ? (
        <PartScope reload={onFormed}>
          <FormGroup countyArea={countyArea} />
        </PartScope>
      ) : undefined}
    </section>
  );
};

/** The management group of the multi-sector support: members, leaders with the votes on them, agreements. */
export const GroupPage = (): ReactNode => {
  const { t } = useTranslation();
  const found = useResource<{ readonly managementGroup: ManagementGroupView }>('/api/management-group', { countyArea });
  const status = found.problem?.status;
  if (status === 403) return <MissingPage />;
  const group = found.value?.managementGroup;
  return (
    <>
      <p>
        <Link to="/multi-sector">{t('multiSector.back')}</Link>
      </p>
      <div className="page-head">
        <div>
          <Heading level="1" size="large">
            {t('multiSector.group.title')}
          </Heading>
          <p>{t('multiSector.group.lead')}</p>
        </div>
      </div>
      {status === 404 ? <Nobody onFormed={found.reload} /> : <ProblemAlert problem={found.problem} />}
      {group ? (
        <PartScope reload={found.reload}>
          <div className="columns">
            <Members group={group} />
            <Agreements group={group} />
          </div>
          <Leaders group={group} />
        </PartScope>
      ) : undefined}
      {group || found.problem ? undefined : <Waiting />}
    </>
  );
};
