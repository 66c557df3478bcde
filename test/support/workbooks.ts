/** Workbooks for tests are made by the library that reads them. */
export { type CellValue, writeXlsx } from 'hucre';
