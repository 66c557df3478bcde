export type { EligibilityCase } from './case.js';
export { claimNames, claimsText } from './claim-words.js';
export * from './claims.schema.js';
export * from './finding-words.js';
export * from './history.js';
export { daysCounted } from './merit-days.js';
export * from './places.js';
export * from './proposal.schema.js';
export { asksHistory, criteriaFor, propose } from './propose.js';
