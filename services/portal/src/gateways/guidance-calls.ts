import type { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';

export type GuidanceCalls = GrpcCalls<GuidanceServiceService>;
