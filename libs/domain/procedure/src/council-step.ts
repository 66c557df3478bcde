/**
 * Bước Hội đồng: whether a step is one at which a council votes. Such steps are named `council`, at any level of a climb
 * (`province.council`): `parseProcedure` refuses others, so that a fact's step alone says that the dossier lay before a council.
 */
export const isCouncilStep = (step: string): boolean => step.split('.').at(-1) === 'council';
