import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureView, RatesView, StatedPictureView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { areas } from './areas.ts';
import { PictureCell } from './picture-cell.tsx';
import type { NoteNumbers } from './picture-notes.tsx';
import { activationDifference, type Difference, rowDifference } from './stated-differences.ts';
import type { Change } from './use-live-picture.ts';

type PictureTableProps = {
  readonly picture: PictureView;
  /** The plan's table, where it is to be shown beside. */
  readonly plan: StatedPictureView | undefined;
  readonly notes: NoteNumbers;
  readonly changes: readonly Change[];
};

const mainRows = ['ALL_JOBSEEKERS', 'UNEMPLOYED_JOBSEEKERS', 'BROAD_UNEMPLOYMENT', 'STRUCTURAL_UNEMPLOYMENT'];
const partRows = ['LONG_TERM_UNEMPLOYED', 'LTU_EQUIVALENT', 'FROM_SERVICE_UNEMPLOYED', 'SERVICE_TO_SERVICE'];

const noteOf = (notes: NoteNumbers, difference: Difference | undefined): number | undefined =>
  difference?.why ? notes[difference.why] : undefined;

const CountRows = ({ picture, plan, notes, changes }: PictureTableProps): ReactNode => {
  const { t } = useTranslation();
  return picture.rows.map(({ row, cells }) => (
    <tr key={row} data-main={mainRows.includes(row)} data-part={partRows.includes(row)}>
      <th scope="row">{t(`rows.${row}`)}</th>
      {areas.map((area) => {
        const cell = cells.find((one) => one.municipalityCode === area);
        const difference = plan && rowDifference({ picture, plan }, row, area);
        return (
          <PictureCell
            key={area}
            row={row}
            area={area}
            value={cell?.value}
            suppressed={cell?.suppressed ?? false}
            rate={false}
            difference={difference}
            noteNumber={noteOf(notes, difference)}
            changed={changes.some((change) => change.row === row && change.area === area)}
          />
        );
      })}
    </tr>
  ));
};

const rateRows = ['unemploymentRatePercent', 'broadUnemploymentRatePercent', 'activationRatePercent'] as const;

const RateRow = ({
  picture,
  plan,
  notes,
  name,
}: Omit<PictureTableProps, 'changes'> & { name: (typeof rateRows)[number] }): ReactNode => {
  const { t } = useTranslation();
  const rateOf = (area: string): RatesView | undefined => picture.rates.find((rate) => rate.municipalityCode === area);
  return (
    <tr>
      <th scope="row">{t(`rows.${name}`)}</th>
      {areas.map((area) => {
        const value = rateOf(area)?.[name];
        const compared = plan !== undefined && name === 'activationRatePercent';
        const difference = compared ? activationDifference({ picture, plan }, area) : undefined;
        return (
          <PictureCell
            key={area}
            row={name}
            area={area}
            value={value}
            suppressed={false}
            rate
            difference={difference}
            noteNumber={noteOf(notes, difference)}
            changed={false}
          />
        );
      })}
    </tr>
  );
};

const LabourForceRow = ({ picture }: { readonly picture: PictureView }): ReactNode => {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <tr>
      <th scope="row">{t('rows.labourForce')}</th>
      {areas.map((area) => {
        const force = picture.rates.find((rate) => rate.municipalityCode === area)?.labourForce;
        return <td key={area}>{force === undefined ? '–' : count(force)}</td>;
      })}
    </tr>
  );
};

const Group = ({ title }: { readonly title: string }): ReactNode => (
  <tr>
    <th scope="rowgroup">{title}</th>
    <td className="picture__group" colSpan={areas.length} />
  </tr>
);

/** Table 1: rows of people by municipality and for the whole area, then the rates. */
export const PictureTable = (props: PictureTableProps): ReactNode => {
  const { picture } = props;
  const { t } = useTranslation();
  const { day } = useFormats();
  const caption =
    picture.countingDays > 1
      ? t('picture.tableCaptionMonths', { count: picture.countingDays, day: day(picture.dayDate) })
      : t('picture.tableCaptionDay', { day: day(picture.dayDate) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="picture" data-position={picture.position}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('picture.row')}</th>
            {areas.map((area) => (
              <th key={area} scope="col">
                {t(`municipalities.${area}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Group title={t('picture.groupCounts')} />
          <CountRows {...props} />
        </tbody>
        <tbody>
          <Group title={t('picture.groupRates')} />
          <LabourForceRow picture={picture} />
          {rateRows.map((name) => (
            <RateRow key={name} name={name} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
