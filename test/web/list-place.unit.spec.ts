import { listPlace } from '../../apps/web/src/pages/statistics/list-place.js';

describe('A number of the statistics', () => {
  it.each([
    [
      '/api/v1/dossiers?procedure=BK_TINH&leftStep=appraisal&receivedFrom=2026-01-01&receivedTo=2026-12-31',
      { to: '/ho-so', search: { hinhThuc: 'BK_TINH', daQua: 'appraisal', nam: 2026 } },
    ],
    ['/api/v1/dossiers?running=true&overdue=true', { to: '/ho-so', search: { dangXuLy: true, quaHan: true } }],
    ['/api/v1/dossiers?unit=so-y-te&supplemented=true', { to: '/ho-so', search: { donVi: 'so-y-te', daBoSung: true } }],
    ['/api/v1/dossiers?outcome=returned', { to: '/ho-so', search: { ketQua: 'returned' } }],
    [
      '/api/v1/deadlines?award=BK_TINH&clock=screen&settled=onTime',
      { to: '/thong-ke/thoi-han', search: { hinhThuc: 'BK_TINH', dongHo: 'screen', xem: 'onTime' } },
    ],
    [
      '/api/v1/statistics/nominees?cluster=unknown&standing=direct_worker',
      { to: '/thong-ke/ca-nhan', search: { cum: 'unknown', doiTuong: 'direct_worker' } },
    ],
  ])('%s leads to the page that shows it', (list, place) => {
    expect(listPlace(list)).toEqual(place);
  });
});
