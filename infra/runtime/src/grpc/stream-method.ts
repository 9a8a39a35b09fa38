import { accepted } from '@tyovayla/kernel/result';
import type { Feed } from '../feed.ts';
import { openFeed } from '../pipeline/open-feed.ts';
import { type Codec, type InputMapper, readInput, type StreamBinding } from './binding.ts';

/** A feed and the way between it and the contract. */
export type StreamMethod<Request, Response, Input, Item> = {
  readonly feed: Feed<Input, Item>;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  readonly input: InputMapper<Request, Input>;
  view(item: Item): Response;
};

async function* encodeAll<Item, Response>(
  items: AsyncIterable<Item>,
  { response, view }: { readonly response: Codec<Response>; view(item: Item): Response },
): AsyncGenerator<Uint8Array> {
  for await (const item of items) yield response.encode(view(item)).finish();
}

/** Binds a method with a stream of answers to a feed. Access and audit come before the first item. */
export const streamMethod = <Request, Response, Input, Item>(
  method: StreamMethod<Request, Response, Input, Item>,
): StreamBinding => {
  const { feed, request } = method;
  return {
    kind: 'stream',
    name: feed.name,
    access: feed.access,
    decode: (bytes) => request.decode(bytes),
    open: async (ports, call, signal) => {
      const input = readInput(method.input, call);
      if (!input.ok) return input;
      const opened = await openFeed(ports, feed, { ...call, input: input.value, signal });
      return opened.ok ? accepted(encodeAll(opened.value, method)) : opened;
    },
  };
};
