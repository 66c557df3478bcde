/** The colours of the house on paper; every pair of text and ground has a contrast of 5.8:1 or more. */
export const palette = {
  ink: '#1e1613',
  second: '#4a3e37',
  third: '#65584e',
  lacquer: '#33150f',
  gold: '#e2b352',
  page: '#f6f2ea',
  paper: '#ffffff',
  sunk: '#faf8f3',
  hairline: '#cfc6b6',
  border: '#87796b',
  indigo: '#114a65',
  back: '#7a3e12',
  clock: '#3f3a6b',
} as const;

export const fontFamily = "'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',system-ui,sans-serif";
