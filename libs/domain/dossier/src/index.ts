export * from './dossier.commands.js';
export * from './dossier.events.js';
export * from './dossier.state.js';
export * from './event-words.js';
export { dossierSentence } from './sentences/dossier.sentences.js';
