export type { DossierContext } from './dossier.context.js';
export * from './dossier.commands.js';
export { dossierDecider } from './dossier.decider.js';
export * from './dossier.events.js';
export { evolveDossier, foldDossier } from './dossier.evolve.js';
export * from './dossier.state.js';
export { isOpen, isQualified, MAX_NOMINEES } from './nominees.js';
