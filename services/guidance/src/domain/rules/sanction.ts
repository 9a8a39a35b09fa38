import { addMonths, type LocalDate, localDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { type RuleBook, type RuleVersion, versionOn } from '@tyovayla/kernel/rule-book';

/** What a neglect without an acceptable reason leads to. Days are calendar days. */
export type Consequence =
  /** Muistutus: no benefit is lost. */
  | { readonly kind: 'REMINDER' }
  /** Korvaukseton määräaika. */
  | { readonly kind: 'NO_BENEFIT'; readonly days: number }
  /** Työssäolovelvoite. */
  | { readonly kind: 'WORK_OBLIGATION'; readonly weeks: number };

export type SanctionParameters = {
  /** By the neglect's number in its review window; the last one stands for all that follow. */
  readonly staircase: readonly [Consequence, ...Consequence[]];
  /** Length of the review window (tarkastelujakso), which begins with its first neglect. */
  readonly windowMonths: number;
};

/**
 * The sanction staircase. 2 May 2022: reminder, 7 days, 14 days, work obligation of 12 weeks. 1 March 2026: 7 days, work
 * obligation of 6 weeks. Review window of 12 months in both. Source: handbook 2.6; section numbers were not verified.
 */
export const sanctionBook: RuleBook<SanctionParameters> = {
  id: 'sanction',
  versions: [
    {
      validFrom: localDate('2022-05-02'),
      basis: {
        act: '1290/2002 as amended with the Nordic model of 2 May 2022',
        section: '',
        source: 'https://www.salkunrakentaja.fi/2026/01/tyottomyystuki-ehdot-karenssi/',
      },
      confidence: 'H',
      params: {
        staircase: [
          { kind: 'REMINDER' },
          { kind: 'NO_BENEFIT', days: 7 },
          { kind: 'NO_BENEFIT', days: 14 },
          { kind: 'WORK_OBLIGATION', weeks: 12 },
        ],
        windowMonths: 12,
      },
    },
    {
      validFrom: localDate('2026-03-01'),
      basis: {
        act: '1290/2002 as amended on the proposal HE 108/2025',
        section: '',
        source: 'https://www.sttinfo.fi/tiedote/71719725/',
      },
      confidence: 'H',
      params: {
        staircase: [
          { kind: 'NO_BENEFIT', days: 7 },
          { kind: 'WORK_OBLIGATION', weeks: 6 },
        ],
        windowMonths: 12,
      },
    },
  ],
};

/**
 * Whether neglects of an older version count under a newer one. `IGNORE`: those that led to no more than a reminder do
 * not. Parameter `sanction.transition`; no transitional rule was found, the default is a guess.
 */
export const sanctionTransitions = ['OLD_NEGLECTS_COUNT', 'IGNORE'] as const;

export type SanctionTransition = (typeof sanctionTransitions)[number];

export type SanctionSettings = { readonly transition: SanctionTransition };

export const defaultSanctionSettings: SanctionSettings = { transition: 'IGNORE' };

export type SanctionStep = {
  readonly neglectOn: LocalDate;
  /** The neglect's number in its review window, from 1. */
  readonly step: number;
  readonly consequence: Consequence;
  readonly windowStartsOn: LocalDate;
  /** Last day of the window: a neglect on it still counts. */
  readonly windowEndsOn: LocalDate;
  /** The version in force on the day of this neglect. */
  readonly version: RuleVersion<SanctionParameters>;
  /** Days of earlier reminders in the window that the transition leaves out. */
  readonly notCounted: readonly LocalDate[];
};

/** The first neglect of an asked list is older than the rule. */
export type NoSanctionVersion = { readonly code: 'NO_VERSION_IN_FORCE'; readonly neglectOn: LocalDate };

type Window = { readonly startsOn: LocalDate; readonly endsOn: LocalDate; readonly steps: readonly SanctionStep[] };

const windowFrom = (startsOn: LocalDate, { windowMonths }: SanctionParameters): Window => ({
  startsOn,
  endsOn: addMonths(startsOn, windowMonths),
  steps: [],
});

const isLeftOut = (
  step: SanctionStep,
  version: RuleVersion<SanctionParameters>,
  { transition }: SanctionSettings,
): boolean => transition === 'IGNORE' && step.version !== version && step.consequence.kind === 'REMINDER';

const stepIn = (
  running: Window | undefined,
  neglectOn: LocalDate,
  rule: Rule,
): { window: Window; step: SanctionStep } => {
  const { version, settings } = rule;
  const inWindow = running !== undefined && neglectOn <= running.endsOn ? running.steps : [];
  const counted = inWindow.filter((step) => !isLeftOut(step, version, settings));
  const notCounted = inWindow.filter((step) => isLeftOut(step, version, settings)).map((step) => step.neglectOn);
  const window = running !== undefined && counted.length > 0 ? running : windowFrom(neglectOn, version.params);
  const { staircase } = version.params;
  const [first] = staircase;
  const step: SanctionStep = {
    neglectOn,
    step: counted.length + 1,
    consequence: staircase[Math.min(counted.length, staircase.length - 1)] ?? first,
    windowStartsOn: window.startsOn,
    windowEndsOn: window.endsOn,
    version,
    notCounted,
  };
  return { window: { ...window, steps: [...window.steps, step] }, step };
};

type Rule = { readonly version: RuleVersion<SanctionParameters>; readonly settings: SanctionSettings };

/**
 * What each neglect of a person leads to. `neglects`: days of those without an acceptable reason, in order of time. Each
 * is judged by the version in force on its own day. Refused where one is older than 2 May 2022. Source: handbook 2.6.
 */
export const sanctionSteps = (
  neglects: readonly LocalDate[],
  settings: SanctionSettings = defaultSanctionSettings,
): Result<readonly SanctionStep[], NoSanctionVersion> => {
  const steps: SanctionStep[] = [];
  let running: Window | undefined;
  for (const neglectOn of neglects) {
    const version = versionOn(sanctionBook, neglectOn);
    if (version === undefined) return refused({ code: 'NO_VERSION_IN_FORCE', neglectOn });
    const { window, step } = stepIn(running, neglectOn, { version, settings });
    running = window;
    steps.push(step);
  }
  return accepted(steps);
};
