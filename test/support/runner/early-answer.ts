/**
 * Loaded before a worker's own program (`--import`). jest-light-runner 0.8 answers all its workers when the first one asks what it is to run
 * with; one that asks later, and was told before it listened, would wait without end, and its suite with it. What came early is kept for it.
 */
const QUESTION = 'jest-light-runner-get-worker-data';
const ANSWER = 'jest-light-runner-worker-data';

// Other processes that tests start inherit the option: they have nothing to wait for.
if (process.send && process.argv[1]?.includes('tinypool')) keepEarlyAnswer(process.send.bind(process));

function keepEarlyAnswer(send: (message: unknown) => boolean): void {
  let early: unknown;
  process.on('message', (message: unknown) => {
    if (isAnswer(message)) early = message;
  });
  process.send = (message: unknown, ...rest: readonly unknown[]): boolean => {
    if (message !== QUESTION || early === undefined) return Reflect.apply(send, process, [message, ...rest]);
    process.nextTick(() => process.emit('message', early, undefined));
    return true;
  };
}

function isAnswer(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === ANSWER;
}
