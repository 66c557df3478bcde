export * from './allowed-commands.js';
export { whyLeft } from './receive-submission.decider.js';
export * from './submission.commands.js';
export * from './submission.context.js';
export * from './submission.decider.js';
export * from './submission.events.js';
export * from './submission.sentences.js';
export * from './submission.state.js';
