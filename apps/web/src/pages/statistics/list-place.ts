/** Where the page of a list is, and what it is asked for. */
export interface ListPlace {
  readonly to: '/ho-so' | '/thong-ke/thoi-han' | '/thong-ke/ca-nhan';
  readonly search: Readonly<Record<string, string | number | boolean>>;
}

const PAGES: Readonly<Record<string, ListPlace['to']>> = {
  '/api/v1/dossiers': '/ho-so',
  '/api/v1/deadlines': '/thong-ke/thoi-han',
  '/api/v1/statistics/nominees': '/thong-ke/ca-nhan',
};

/** What the addresses of our pages call what the API asks. */
const NAMES: Readonly<Record<string, string>> = {
  procedure: 'hinhThuc',
  award: 'hinhThuc',
  cluster: 'cum',
  unit: 'donVi',
  leftStep: 'daQua',
  outcome: 'ketQua',
  clock: 'dongHo',
  settled: 'xem',
  standing: 'doiTuong',
};

/** The page that shows the list which an answer of the API names: the same question, in the words of our addresses. */
export function listPlace(list: string): ListPlace {
  const url = new URL(list, 'https://vinhdanh.invalid');
  const search: Record<string, string | number | boolean> = {};
  for (const [name, value] of url.searchParams) {
    if (name === 'receivedFrom') search['nam'] = Number(value.slice(0, 4));
    else if (name === 'running') search['dangXuLy'] = true;
    else if (name === 'overdue') search['quaHan'] = true;
    else if (name === 'supplemented') search['daBoSung'] = true;
    else if (NAMES[name] !== undefined) search[NAMES[name]] = value;
  }
  return { to: PAGES[url.pathname] ?? '/ho-so', search };
}
