/** Under these names Nest hands out what has no class of its own. */
export const DATABASE = Symbol('database');
export const LAW = Symbol('law');
export const CLOCK = Symbol('clock');
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
