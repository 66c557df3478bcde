import { createRequire } from 'node:module';

/**
 * What the client's package brings: the messages and services of the protocol, and the gRPC library beside it. Both are loaded
 * as the client loads them, so that client and server share one copy and no dependency of ours can drift from it.
 */
const here = createRequire(import.meta.url);
const ofTheClient = createRequire(here.resolve('@kurrent/kurrentdb-client'));
const PROTOCOL = '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1';

export const grpc = ofTheClient('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
export const streams = here(
  `${PROTOCOL}/streams_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js');
export const shared = here(
  `${PROTOCOL}/shared_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js');
export const status = here(
  `${PROTOCOL}/status_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js');
export const features = here(
  `${PROTOCOL}/serverfeatures_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js');
export const { StreamsService } = here(
  `${PROTOCOL}/streams_grpc_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js');
export const { ServerFeaturesService } = here(
  `${PROTOCOL}/serverfeatures_grpc_pb`,
) as typeof import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js');
export const { Any } = ofTheClient(
  'google-protobuf/google/protobuf/any_pb',
) as typeof import('google-protobuf/google/protobuf/any_pb.js');
export const { Empty: GoogleEmpty } = ofTheClient(
  'google-protobuf/google/protobuf/empty_pb',
) as typeof import('google-protobuf/google/protobuf/empty_pb.js');

export type {
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
  sendUnaryData,
} from '@grpc/grpc-js';
export type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
