export { type Fraction, fractionSchema, type Threshold, thresholdSchema } from './fraction.js';
export * from './quorum.js';
export * from './vote-outlook.js';
export * from './votes.js';
