import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReportLinks } from '../access-report/report-links.tsx';
import type { ClientView } from '../lib/api-types.ts';
import { useSignedIn } from '../lib/session.tsx';
import { MultiSectorLink } from '../multi-sector/multi-sector-link.tsx';
import { ConsentsSection } from './consents-section.tsx';
import { CorrectionsSection } from './corrections-section.tsx';
import { MovesSection } from './moves-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { ProtectionSection } from './protection-section.tsx';
import { ReceiptsSection } from './receipts-section.tsx';
import { RecordProvider } from './record-scene.tsx';
import { RecordSection } from './record-section.tsx';
import { WorkAbilitySection } from './work-ability-section.tsx';

type RecordSectionsProps = {
  readonly client: ClientView;
  /** Why the client is looked at, where a protection order asks for a reason; empty where none does. */
  readonly accessReason: string;
  reload(): void;
};

/** Roles that see work ability; the service decides, this only offers. */
const seesWorkAbility: readonly string[] = ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'];

/** What is kept of a client beside job search and process: each part opens by itself. */
export const RecordSections = (props: RecordSectionsProps): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const { clientId, protectionOrder } = props.client;
  const workAbility = roles.some((role) => seesWorkAbility.includes(role));
  const protection = protectionOrder !== undefined && roles.includes('PROTECTED_CLIENT_HANDLER');
  const sections: readonly (readonly [id: string, content: ReactNode])[] = [
    ['profile', <ProfileSection key="profile" />],
    ...(workAbility ? ([['work-ability', <WorkAbilitySection key="work-ability" />]] as const) : []),
    ['consents', <ConsentsSection key="consents" />],
    ['receipts', <ReceiptsSection key="receipts" />],
    ['corrections', <CorrectionsSection key="corrections" />],
    ['moves', <MovesSection key="moves" />],
    ...(protection ? ([['protection', <ProtectionSection key="protection" />]] as const) : []),
  ];
  return (
    <RecordProvider {...props}>
      <section id="record" aria-labelledby="record-title">
        <Heading level="2" size="medium" id="record-title" spacing>
          {t('record.title')}
        </Heading>
        <p className="muted">{t('record.lead')}</p>
        {sections.map(([id, content]) => (
          <RecordSection key={id} id={`record-${id}`} title={t(`record.sections.${id}`)}>
            {content}
          </RecordSection>
        ))}
      </section>
      <div className="columns record-links">
        <ReportLinks clientId={clientId} />
        <MultiSectorLink clientId={clientId} />
      </div>
    </RecordProvider>
  );
};
