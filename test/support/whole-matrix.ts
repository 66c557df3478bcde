/** Whether every combination is tried (`npm run test:full`), and not only those that `npm test` has time for. */
export const wholeMatrix: boolean = process.env['VINHDANH_TEST_FULL'] === 'yes';
