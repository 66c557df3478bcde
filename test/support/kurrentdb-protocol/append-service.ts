import type { Fault, Faults } from './faults.js';
import type { Expected, ProposedRecord, WriteOutcome } from './record.js';
import { notLeader, refusal, unavailable } from './refusals.js';
import type { ServerLog } from './server-log.js';
import {
  Any,
  GoogleEmpty,
  shared,
  status,
  streams,
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
} from './stubs.js';

/** 1 MiB for everything in one append (`README.md`, 2). */
export const MAX_APPEND_BYTES = 1_048_576;

/** A request that is being put together from its parts. */
interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly records: ProposedRecord[];
}

type Proposed = Pick<
  InstanceType<typeof streams.BatchAppendReq.ProposedMessage>,
  'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'
>;

/** Both ways of appending: many over one stream of requests, and one by one (with credentials per call). */
export class AppendService {
  constructor(
    private readonly log: ServerLog,
    private readonly faults: Faults,
  ) {}

  readonly batchAppend = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const pending = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const correlation =
        request.getCorrelationId()?.getString() || String(request.getCorrelationId()?.getStructured());
      const options = request.getOptions();
      if (options)
        pending.set(correlation, {
          stream: nameOf(options),
          expected: expectedBy(options, options.hasStreamPosition() ? options.getStreamPosition() : ''),
          records: [],
        });
      const asked = pending.get(correlation);
      if (!asked) return;
      const refuse = (problem: InstanceType<typeof status.Status>): void => {
        pending.delete(correlation);
        call.write(batchAnswer(request, asked.stream).setError(problem));
      };
      for (const message of request.getProposedMessagesList()) {
        const record = recordOf(message);
        if (typeof record === 'string') return refuse(badRequest(record));
        asked.records.push(record);
      }
      if (weightOf(asked.records) > MAX_APPEND_BYTES) return refuse(tooLarge());
      if (!request.getIsFinal()) return;
      pending.delete(correlation);
      void this.#answerBatch(call, request, asked, refuse);
    });
    call.on('end', () => call.end());
    call.on('error', () => {});
  };

  readonly append = (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let asked: Pending | undefined;
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      if (options)
        asked = {
          stream: nameOf(options),
          expected: expectedBy(options, options.hasRevision() ? options.getRevision() : ''),
          records: [],
        };
      const message = request.getProposedMessage();
      const record = message && recordOf(message);
      if (typeof record === 'object') asked?.records.push(record);
    });
    call.on('end', () => {
      if (!asked) return answer(unavailable());
      if (weightOf(asked.records) > MAX_APPEND_BYTES)
        return answer(refusal('maximum-append-size-exceeded', 3, { 'maximum-append-size': String(MAX_APPEND_BYTES) }));
      const { stream, expected, records } = asked;
      const fault = this.faults.next('append');
      if (fault?.kind === 'unavailable') return answer(unavailable());
      if (fault?.kind === 'notLeader') return answer(notLeader(fault));
      this.log.append(stream, expected, records).then(
        async (outcome) => {
          if (fault?.kind === 'silent') return;
          if (fault?.kind === 'slow') await later(fault.milliseconds);
          if (fault?.kind === 'answerLost') answer(unavailable());
          else answer(null, appendAnswer(outcome, expected));
        },
        () => answer(unavailable()),
      );
    });
    call.on('error', () => {});
  };

  async #answerBatch(
    call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
    request: BatchAppendReq,
    { stream, expected, records }: Pending,
    refuse: (problem: InstanceType<typeof status.Status>) => void,
  ): Promise<void> {
    const fault: Fault | undefined = this.faults.next('append');
    if (fault?.kind === 'unavailable') return breakOff(call, unavailable());
    if (fault?.kind === 'notLeader') return breakOff(call, notLeader(fault));
    const outcome = await this.log.append(stream, expected, records);
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'slow') await later(fault.milliseconds);
    if (fault?.kind === 'answerLost') return breakOff(call, unavailable());
    if (fault?.kind === 'deadlineExceeded') return refuse(statusOf('Timeout', 4, new shared.Timeout()));
    if (outcome.kind === 'wrongRevision') return refuse(wrongRevision(outcome.current, expected));
    const done = new streams.BatchAppendResp.Success();
    const place = new shared.AllStreamPosition();
    place.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
    done.setCurrentRevision(String(outcome.lastRevision)).setPosition(place);
    call.write(batchAnswer(request, stream).setSuccess(done));
  }
}

const later = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const breakOff = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>, error: Error): void => {
  call.emit('error', error);
};

function nameOf(options: { getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined }): string {
  return Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
}

function expectedBy(
  options: { hasNoStream(): boolean; hasAny(): boolean; hasStreamExists(): boolean },
  revision: string,
): Expected {
  if (options.hasNoStream()) return 'noStream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'exists' : Number(revision);
}

/** A record, or what is wrong with it. */
function recordOf(message: Proposed): ProposedRecord | string {
  const id = message.getId()?.getString() ?? '';
  const type = message.getMetadataMap().get('type') ?? '';
  const contentType = message.getMetadataMap().get('content-type') ?? '';
  if (/^[0-]*$/.test(id)) return 'Empty eventId provided.';
  if (type === '') return 'Empty eventType provided.';
  if (contentType === '') return 'The given key was not present in the dictionary.';
  return {
    id,
    type,
    contentType,
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

const weightOf = (records: readonly ProposedRecord[]): number =>
  records.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0);

function batchAnswer(request: BatchAppendReq, stream: string): BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  return answer.setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')),
  );
}

function statusOf(
  name: string,
  code: number,
  details: { serializeBinary(): Uint8Array },
): InstanceType<typeof status.Status> {
  const packed = new Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  const problem = new status.Status();
  problem.setMessage(name);
  problem.setCode(code);
  problem.setDetails(packed);
  return problem;
}

const tooLarge = () =>
  statusOf('MaximumAppendSizeExceeded', 3, new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES));

const badRequest = (message: string) => statusOf('BadRequest', 3, new shared.BadRequest().setMessage(message));

function wrongRevision(current: number | 'noStream', expected: Expected): InstanceType<typeof status.Status> {
  const details = new shared.WrongExpectedVersion();
  if (current === 'noStream') details.setCurrentNoStream(new GoogleEmpty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new GoogleEmpty());
  else if (expected === 'exists') details.setExpectedStreamExists(new GoogleEmpty());
  else if (expected === 'noStream') details.setExpectedNoStream(new GoogleEmpty());
  else details.setExpectedStreamPosition(String(expected));
  return statusOf('WrongExpectedVersion', 6, details);
}

function appendAnswer(outcome: WriteOutcome, expected: Expected): AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.kind === 'wrongRevision') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.current === 'noStream') wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.current));
    if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
    else if (expected === 'noStream') wrong.setExpectedNoStream(new shared.Empty());
    else wrong.setExpectedStreamExists(new shared.Empty());
    return answer.setWrongExpectedVersion(wrong);
  }
  const done = new streams.AppendResp.Success();
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
  return answer.setSuccess(done.setCurrentRevision(String(outcome.lastRevision)).setPosition(place));
}
