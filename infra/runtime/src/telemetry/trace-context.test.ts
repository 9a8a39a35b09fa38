import { traceIncoming } from './spans.ts';
import { formatTraceparent, parseTraceparent } from './trace-context.ts';

const sampled = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const notSampled = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';

describe('trace context', () => {
  it('is read and written as the recommendation says', () => {
    const context = parseTraceparent(sampled);
    expect(context).toEqual({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      sampled: true,
    });
    expect(context && formatTraceparent(context)).toBe(sampled);
    expect(parseTraceparent(notSampled)?.sampled).toBe(false);
  });

  it.each([
    undefined,
    '',
    'garbage',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01',
    `${sampled}-more`,
  ])('is ignored where it is malformed: %s', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });

  it('is passed on, where sampled, by a program that records nothing itself', () => {
    expect(traceIncoming('GetClient', sampled)).toEqual({ traceparent: sampled });
    expect(traceIncoming('GetClient', notSampled)).toEqual({});
    expect(traceIncoming('GetClient', undefined)).toEqual({});
  });
});
