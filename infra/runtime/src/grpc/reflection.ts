import type { Server } from '@grpc/grpc-js';
import { loadFileDescriptorSetFromBuffer } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';

/** Adds server reflection for the contract, for tools like grpcurl. Loaded only where it is switched on. */
export const addReflection = (server: Server, descriptors: Uint8Array): void => {
  new ReflectionService(loadFileDescriptorSetFromBuffer(Buffer.from(descriptors))).addToServer(server);
};
