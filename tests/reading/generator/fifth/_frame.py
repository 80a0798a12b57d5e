"""The style of windows and screens, and the document that holds them."""

from __future__ import annotations

from ._dress import CSS

_FRAME = """
*{box-sizing:border-box}html,body{margin:0;height:100%;overflow:hidden}
#root{position:relative;width:100vw;height:100vh;overflow:hidden;display:flex;
 flex-direction:column}
.win{display:flex;flex-direction:column;flex:1;min-height:0;overflow:hidden;background:var(--tool)}
.strip{display:flex;align-items:flex-end;background:var(--strip);flex:none;overflow:hidden;
 padding-left:8px}
.strip>span{align-self:center;display:flex}
.tab{display:flex;align-items:center;gap:9px;width:236px;height:34px;padding:0 12px;flex:0 1 auto;
 min-width:60px;overflow:hidden}
.tab span{flex:1;white-space:nowrap;overflow:hidden;-webkit-mask:linear-gradient(90deg,#000 85%,
 transparent)}
.ctl{margin-left:auto;flex:none}
.tool{display:flex;align-items:center;gap:14px;height:44px;padding:0 12px;background:var(--tool);
 flex:none;color:var(--ink)}
.field{display:flex;align-items:center;gap:9px;flex:1;min-width:0;background:var(--field);
 padding:0 12px}
.url{flex:1;min-width:0;white-space:nowrap;overflow:hidden;color:var(--ink)}
.url .dim{color:var(--dim)}
.chip{white-space:nowrap;border-right:1px solid var(--dim);padding-right:9px;color:var(--dim)}
.pct{background:#8883;border-radius:3px;padding:1px 6px;font-size:11px;white-space:nowrap}
.marks{display:flex;gap:20px;height:32px;align-items:center;padding:0 16px;background:var(--tool);
 flex:none;border-bottom:1px solid #8883}
.mark{display:flex;gap:6px;align-items:center}
.stabs{display:flex;height:28px;background:var(--strip)}.stab{flex:1;text-align:center;
 line-height:28px;border-right:1px solid #8884;font-size:12px}
.view{position:relative;flex:1;min-height:0;background:#fff;color:#222;overflow:hidden;
 display:flex}
.scroll{flex:1;overflow:hidden;border-right:15px solid #f1f1f1}
.thin .scroll{border-right:0}
.shade{position:absolute;inset:0;background:#0003}
.box{position:absolute;left:50%;top:0;transform:translateX(-50%);width:min(448px,92%);
 border-radius:8px;padding:16px 20px;box-shadow:0 4px 18px #0006;font-size:13px;line-height:1.5}
.box b{font-size:15px;font-weight:500;word-break:break-word}
.ok{display:block;margin-left:auto;width:64px;text-align:center;background:#1a73e8;color:#fff;
 border-radius:4px;padding:6px 0}
.bar{display:flex;align-items:center;flex:none;overflow:hidden}
.row{display:flex;align-items:center}
"""


def document(inner: str, extra: str = "") -> str:
    """A whole document, ready to be drawn."""
    style = f"<style>{_FRAME}{CSS}{extra}</style>"
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8">{style}</head>'
        f'<body><div id="root">{inner}</div></body></html>'
    )
