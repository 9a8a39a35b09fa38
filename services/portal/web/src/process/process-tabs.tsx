import { Tabs } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouter } from '../lib/router.tsx';
import { StateNeedForm } from '../need/state-need-form.tsx';
import { BenefitSection } from './benefit-section.tsx';
import { ExpertsSection } from './experts-section.tsx';
import { MeetingsSection } from './meetings-section.tsx';
import { NeglectsSection } from './neglects-section.tsx';
import { ObligationSection } from './obligation-section.tsx';
import { PlansSection } from './plans-section.tsx';
import { useScene } from './process-context.tsx';
import { ServiceNeedSection } from './service-need-section.tsx';
import { StatementsSection } from './statements-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

/** A tab of the client's page with the sections that addresses may name in it. */
export type ProcessTab = {
  readonly id: string;
  readonly sections: readonly string[];
  readonly content: ReactNode;
  /** Shown also to who must state a need before guidance shows more. */
  readonly always?: true;
};

const processTabs: readonly ProcessTab[] = [
  {
    id: 'meetings',
    sections: ['meetings', 'service-need', 'benefit', 'experts'],
    content: (
      <>
        <MeetingsSection />
        <ServiceNeedSection />
        <BenefitSection />
        <ExpertsSection />
      </>
    ),
  },
  {
    id: 'plan',
    sections: ['plan', 'plans', 'obligation'],
    content: (
      <>
        <PlansSection />
        <ObligationSection />
      </>
    ),
  },
  { id: 'neglects', sections: ['neglects'], content: <NeglectsSection /> },
  { id: 'statements', sections: ['statements'], content: <StatementsSection /> },
  { id: 'timeline', sections: ['timeline'], content: <TimelineSection /> },
];

const Content = ({ tab }: { readonly tab: ProcessTab }): ReactNode => {
  const { process } = useScene();
  if (tab.always || !process.needFirst) return tab.content;
  return <StateNeedForm clientId={process.clientId} onOpened={process.reload} />;
};

/** Parts of a section are named after it: "record-profile" leads into "record". */
const leadsInto = ({ id, sections }: ProcessTab, anchor: string): boolean =>
  sections.includes(anchor) || anchor.startsWith(`${id}-`);

type ProcessTabsProps = {
  /** What is shown of the client first. */
  readonly overview: ReactNode;
  /** Tabs of other parts, after those of the process. */
  readonly more?: readonly ProcessTab[];
};

/** The client's page by parts: overview first. The address says which, so that links lead into a part. */
export const ProcessTabs = ({ overview, more = [] }: ProcessTabsProps): ReactNode => {
  const { t } = useTranslation();
  const { hash } = useRouter();
  const first: ProcessTab = { id: 'overview', sections: [], content: overview, always: true };
  const tabs = [first, ...processTabs, ...more];
  const wanted = tabs.find((tab) => leadsInto(tab, hash.slice(1)))?.id ?? 'overview';
  const [shown, setShown] = useState(wanted);
  // A link into another part is what changes it from outside.
  useEffect(() => setShown(wanted), [hash, wanted]);
  const choose = (id: string): void => {
    window.history.replaceState(null, '', `#${id}`);
    setShown(id);
  };
  return (
    <Tabs value={shown} onChange={choose} className="process-tabs">
      <Tabs.List>
        {tabs.map(({ id }) => (
          <Tabs.Tab key={id} value={id} label={t(`process.tabs.${id}`)} />
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id} className="process-tabs__panel">
          <Content tab={tab} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
