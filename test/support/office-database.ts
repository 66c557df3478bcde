import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';

/** The database of this run that has all tables and no rows: offices begin as copies of it, which is quicker than making the tables each time. */
export const TEMPLATE_VARIABLE = 'VINHDANH_TEST_TEMPLATE';

/** A database for an office: with all tables where the run has prepared them, else empty for the office to fill. */
export const createOfficeDatabase = (): Promise<TestDatabase> =>
  createTestDatabase({ like: process.env[TEMPLATE_VARIABLE] });
