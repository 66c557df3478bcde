/** The look of the public pages: the lacquered board, the gold rule, eggshell and paper. One width of phone, one of desk. */
export const pageStyle = `
:root{--son-mai:#33150f;--vang:#e2b352;--rail-ink:#f5eadb;--then:#1e1613;--then-2:#4a3e37;--then-3:#65584e;--vo-trung:#f6f2ea;--giay:#fff;--giay-2:#faf8f3;--ke:#e0d9cc;--cham:#114a65;--cham-dam:#0b3549;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:var(--vo-trung);color:var(--then);font:400 15px/24px "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.in{max-width:960px;margin:0 auto;padding:0 24px}
.board{background:var(--son-mai);color:var(--rail-ink);border-bottom:3px solid var(--vang)}
.board .in{display:flex;align-items:center;justify-content:space-between;min-height:56px}
.board a{color:var(--rail-ink);text-decoration:none;display:inline-flex;align-items:center;min-height:44px;padding:0 8px}
.board a:hover{text-decoration:underline}
.board .brand{color:var(--vang);font-weight:600;font-size:18px;gap:10px;margin-left:-8px}
.mark path{fill:none;stroke:var(--vang);stroke-width:1}
.mark .ground{fill:#2a100b;stroke-width:2}
.mark .v{stroke-width:3}
main.in{padding-top:32px;padding-bottom:32px}
main section+p{margin-top:24px}
h1{font-size:24px;line-height:32px;font-weight:600;letter-spacing:-.012em;margin:0 0 20px;padding-bottom:12px;position:relative}
h1::after{content:"";position:absolute;left:0;bottom:0;width:48px;height:3px;background:var(--vang)}
h2{font-weight:600;font-size:16px;line-height:24px;margin:32px 0 12px}
p{margin:0 0 12px;max-width:70ch}
a{color:var(--cham)}
a:hover{color:var(--cham-dam)}
a:focus-visible,.table:focus-visible{outline:2px solid var(--then);outline-offset:2px;box-shadow:0 0 0 5px var(--vang)}
.board a:focus-visible{outline-color:#fff}
.facts{margin:0;background:var(--giay);border:1px solid var(--ke);border-radius:6px}
.facts div{display:grid;grid-template-columns:200px 1fr;gap:16px;padding:10px 16px;border-top:1px solid var(--ke)}
.facts div:first-child{border-top:0}
dt{color:var(--then-3)}
dd{margin:0;overflow-wrap:anywhere}
.opinion h2{margin-top:28px}
.table{overflow-x:auto;background:var(--giay);border:1px solid var(--ke);border-radius:6px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:8px 16px;border-top:1px solid var(--ke)}
thead th{background:var(--giay-2);color:var(--then-2);font-weight:500;font-size:13px;line-height:20px;border-top:0}
tbody th{font-weight:600}
tr>:first-child{width:64px;color:var(--then-3)}
.notices{list-style:none;margin:16px 0 0;padding:0;background:var(--giay);border:1px solid var(--ke);border-radius:6px}
.notices li{padding:12px 16px;border-top:1px solid var(--ke);display:grid;gap:2px}
.notices li:first-child{border-top:0}
.notices a{font-weight:600;padding:4px 0}
.notices span{color:var(--then-2);font-size:14px;line-height:22px}
.empty{background:var(--giay);border:1px solid var(--ke);border-radius:6px;padding:24px 16px}
footer.in{color:var(--then-3);font-size:13px;line-height:20px;padding-bottom:40px}
@media (max-width:720px){
main.in,footer.in,.in{padding-left:16px;padding-right:16px}
h1{font-size:21px;line-height:28px}
.facts div{grid-template-columns:1fr;gap:0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}
tr{padding:12px 16px;border-top:1px solid var(--ke)}
tbody tr:first-child{border-top:0}
tbody th,tbody td,tr>:first-child{border:0;padding:0;width:auto}
tbody td::before{content:attr(data-l) ": ";color:var(--then-3)}
}
@media print{body{background:#fff}.board{background:#fff;color:#000}.board a{color:#000}.lang{display:none!important}.table,.facts{border-color:#000}tr{break-inside:avoid}}
`;
