interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What is asked of the routes about the system itself, for the table of who may do what. */
export const systemRecipes: Readonly<Record<string, { readonly ask: () => Asked }>> = {
  listReadModels: { ask: () => ({}) },
  rebuildReadModel: { ask: () => ({ params: { name: 'khong-co' } }) },
  retryParkedEvents: { ask: () => ({ params: { name: 'khong-co' } }) },
  listQueues: { ask: () => ({}) },
  listScreeningQuestions: { ask: () => ({}) },
  screenDossiers: { ask: () => ({ params: { question: 'sample' } }) },
  readApiPage: { ask: () => ({}) },
  readApiDocument: { ask: () => ({}) },
  readApiPageFile: { ask: () => ({ params: { file: 'khong-co.js' } }) },
  explainProblem: { ask: () => ({ params: { code: 'not-found' } }) },
  listEvents: { ask: () => ({}) },
  listLogReadings: { ask: () => ({}) },
  listDeliveries: { ask: () => ({}) },
  listFailedDeliveries: { ask: () => ({}) },
  resendAllDeliveries: { ask: () => ({ body: { state: 'khac' } }) },
  discardDelivery: { ask: () => ({ params: { id: '99999999' }, body: { reason: 'Bảng quyền' } }) },
  resendDelivery: { ask: () => ({ params: { id: '99999999' } }) },
  getSending: { ask: () => ({}) },
  resumeSending: { ask: () => ({ body: { unknown: true } }) },
  live: { ask: () => ({}) },
  ready: { ask: () => ({}) },
  readMetrics: { ask: () => ({}) },
};
