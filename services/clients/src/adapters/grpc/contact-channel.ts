import { contactChannelFromJSON, contactChannelToJSON } from '@tyovayla/proto/tyovayla/clients/v1/contact_channel';
import { codesOf } from './contract-codes.ts';

/** Channels as codes of the domain. */
export const channels = codesOf({
  prefix: 'CONTACT_CHANNEL_',
  toJSON: contactChannelToJSON,
  fromJSON: contactChannelFromJSON,
});
