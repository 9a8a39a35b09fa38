import type { MeetingChannel, MeetingKind } from './meeting-kinds.ts';

type ChannelCode = {
  readonly code: string;
  readonly kinds: readonly MeetingKind[];
  /** Absent where the list says nothing of how people met. */
  readonly channel?: MeetingChannel;
};

const interview: readonly MeetingKind[] = ['INITIAL_INTERVIEW'];
const supplementary: readonly MeetingKind[] = ['SUPPLEMENTARY', 'INTENSIVE', 'ACTIVATION'];
const discussion: readonly MeetingKind[] = ['DISCUSSION'];
const contact: readonly MeetingKind[] = ['CONTACT'];

/**
 * National codes of the way a meeting was held (yhteydenottotapa, URA), handbook 2.2. Of 31 to 36 the source says
 * "client contacts" and no more, so they fit any channel. Activation meetings have no code of their own there and are
 * recorded as supplementary ones; 97 stands for what was dealt with in the e-service.
 */
export const channelCodes: readonly ChannelCode[] = [
  { code: '21', kinds: interview, channel: 'OFFICE' },
  { code: '22', kinds: interview, channel: 'VIDEO' },
  { code: '23', kinds: interview, channel: 'PHONE' },
  { code: '24', kinds: supplementary, channel: 'OFFICE' },
  { code: '25', kinds: supplementary, channel: 'VIDEO' },
  { code: '26', kinds: supplementary, channel: 'PHONE' },
  { code: '27', kinds: discussion, channel: 'OFFICE' },
  { code: '28', kinds: discussion, channel: 'VIDEO' },
  { code: '29', kinds: discussion, channel: 'PHONE' },
  { code: '30', kinds: ['SUPPLEMENTARY', 'INTENSIVE'], channel: 'SERVICE_PROVIDER' },
  ...['31', '32', '33', '34', '35', '36'].map((code) => ({ code, kinds: contact })),
  { code: '97', kinds: [...supplementary, ...contact], channel: 'E_SERVICE' },
];

/** The codes that fit a kind of meeting; held in a way, where it is known how. */
export const codesFor = (kind: MeetingKind, channel?: MeetingChannel): readonly string[] =>
  channelCodes
    .filter((each) => each.kinds.includes(kind))
    .filter((each) => channel === undefined || each.channel === undefined || each.channel === channel)
    .map(({ code }) => code);
