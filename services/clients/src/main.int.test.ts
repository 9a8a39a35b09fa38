import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Metadata, type ServiceError } from '@grpc/grpc-js';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { ErrorDetail } from '@tyovayla/proto/tyovayla/common/v1/error_detail';
import { type GrpcClient, grpcClient } from '@tyovayla/runtime/grpc/client';
import { tlsFromMaterial } from '@tyovayla/runtime/grpc/tls';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { Client as PgClient } from 'pg';
import { aRegistrationForm, identityCodeOf } from './testing/builders.ts';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ services: ['clients'], asOf: '2026-02-02' });
});

afterAll(() => platform.stop());
