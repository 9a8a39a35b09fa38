import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartForm } from '../common/part-form.tsx';
import { ScrollTable } from '../common/scroll-table.tsx';
import { StaffName } from '../common/staff-name.tsx';
import type { MultiSectorCaseView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useStaffName } from '../lib/teams.tsx';
import { usePartyNames } from './case-facts.tsx';
import { stepsOf } from './case-steps.ts';
import { AppointMember } from './member-form.tsx';

type OfCase = { readonly one: MultiSectorCaseView };
type Member = MultiSectorCaseView['members'][number];

const EndMembership = ({ one, staffId }: OfCase & Pick<Member, 'staffId'>): ReactNode => {
  const { t } = useTranslation();
  const nameOf = useStaffName();
  return (
    <PartForm
      name={`end-${staffId}`}
      title={t('multiSector.member.end')}
      danger
      path={`/api/clients/${one.clientId}/multi-sector/members/end`}
      body={{ staffId, expectedVersion: one.version }}
      done={t('multiSector.member.ended')}
    >
      <p className="muted">{t('multiSector.member.endHelp', { name: nameOf(staffId) })}</p>
    </PartForm>
  );
};

const MemberRow = ({ one, member }: OfCase & { readonly member: Member }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const partyNames = usePartyNames();
  const { staffId, party, fromDate, endedDate } = member;
  const ends = endedDate === undefined && stepsOf(one).includes('APPOINT');
  return (
    <tr>
      <th scope="row">
        <StaffName id={staffId} />
      </th>
      <td>{partyNames([party])}</td>
      <td>
        {day(fromDate)} – {endedDate ? day(endedDate) : ''}
      </td>
      <td>{ends ? <EndMembership one={one} staffId={staffId} /> : t('multiSector.member.over')}</td>
    </tr>
  );
};

/** The named people who see the case, and who appoint others. To the employment authority alone. */
export const CaseNetwork = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const head = (['who', 'party', 'period', 'action'] as const).map((name) => (
    <th key={name} scope="col">
      {t(`multiSector.member.columns.${name}`)}
    </th>
  ));
  return (
    <section className="card stack" aria-labelledby="network-title">
      <Heading level="2" size="small" id="network-title">
        {t('multiSector.member.title')}
      </Heading>
      <p className="muted">{t('multiSector.member.help')}</p>
      <ScrollTable caption={t('multiSector.member.title')} head={head}>
        <tbody>
          {one.members.map((member) => (
            <MemberRow key={`${member.staffId} ${member.fromDate} ${one.version}`} one={one} member={member} />
          ))}
        </tbody>
      </ScrollTable>
      {stepsOf(one).includes('APPOINT') ? (
        <AppointMember key={one.version} clientId={one.clientId} expectedVersion={one.version} />
      ) : undefined}
    </section>
  );
};
