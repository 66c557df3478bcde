export * from './dossier.commands.js';
export * from './dossier.events.js';
export * from './dossier.state.js';
