"""One sheet for the bars, the windows and the pages."""

STYLE = """
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden}
.row,.sys,.tabs,.nav,.url,.marks,.note,.pbar{display:flex;align-items:center}
.push{flex:1} .k{white-space:nowrap;flex:none}
.desk{display:flex;flex-direction:column;height:100vh;position:relative;
background:linear-gradient(140deg,#2c5f8a,#7ba3bd)}
.room{flex:1;display:flex;min-height:0;padding:3% 6%} .room .win{box-shadow:0 8px 40px #0008}
.win{flex:1;min-height:0;min-width:0;display:flex;flex-direction:column;overflow:hidden}
.sys{flex:none;position:relative}
.mid{pointer-events:none;position:absolute;left:0;right:0;text-align:center}
.tabs{height:40px;padding:6px 10px 0;gap:4px;font-size:12.5px;overflow:hidden;white-space:nowrap}
.tab{display:flex;align-items:center;gap:8px;padding:0 10px;height:34px;flex:0 1 230px;
min-width:46px;overflow:hidden}
.nav{gap:13px;padding:5px 12px;flex:none;position:relative}
.drop{position:absolute;left:140px;right:140px;top:40px;z-index:5;background:#fff;color:#222;
border-radius:0 0 14px 14px;box-shadow:0 5px 14px #0004;padding:6px 0;font-size:14px}
.drop p{margin:0;padding:7px 16px} .marks{gap:18px;font-size:12.5px;padding:2px 14px 6px;
white-space:nowrap;overflow:hidden;flex:none}
.note{gap:12px;padding:7px 14px;font-size:13px;flex:none}
.url{flex:1;min-width:0;height:32px;padding:0 12px;gap:9px;overflow:hidden;white-space:nowrap}
.url .text{overflow:hidden;white-space:nowrap;min-width:0}
.view{flex:1;min-height:0;overflow:hidden;position:relative;background:#fff;color:#161616}
.zoom{font-size:16px} .pg{padding-bottom:12px;line-height:1.45}
.serif{font-family:'Liberation Serif';
padding:8px 14px}
.in{padding:18px 26px;max-width:1180px} .pale{color:#6a6a6a;font-size:14px}
.dsfr{display:flex;gap:26px;align-items:center;padding:16px 26px;border-bottom:1px solid #ddd}
.foot{display:flex;flex-wrap:wrap;gap:8px 22px;border-top:2px solid #000091;padding:14px 26px;
font-size:12.5px;color:#555;margin-top:26px}
.menu{display:flex;gap:24px;background:#eef1f5;padding:9px 26px;font-size:14px}
.side{width:230px;background:#f4f6f8;padding:12px;font-size:13.5px}
.box{border:1px solid #bbb;padding:14px 20px;margin:12px 0} .alert{border:1px solid #ce0500;
border-left-width:38px;padding:6px 18px;margin:14px 0;max-width:720px}
.js{position:absolute;left:50%;top:0;transform:translateX(-50%);width:min(450px,94%);background:#fff;
border-radius:0 0 10px 10px;box-shadow:0 3px 26px #0007;padding:12px 22px;z-index:3}
.fold{border-bottom:1px solid #ddd;padding:7px 0} .fold p{margin:6px 0}
.inp{display:inline-block;border-bottom:2px solid #3a3a3a;background:#eee;padding:7px 14px;
min-width:130px} .code{font:italic bold 30px 'DejaVu Serif';letter-spacing:7px;background:#e4e4ee;
padding:4px 16px}
button{font:inherit;padding:6px 15px;margin:3px;border:1px solid #000091;background:#fff;
color:#000091} .main{background:#000091;color:#fff}
table{border-collapse:collapse} td{border:1px solid #ccc;padding:6px 14px}
h1{font-size:28px;line-height:1.2} h2{font-size:22px} h3{font-size:18px}
.cookie{position:absolute;left:0;right:0;bottom:0;background:#fffffff5;border-top:1px solid #999;
padding:12px 22px;font-size:14px;z-index:2}
.bubble{position:absolute;right:18px;bottom:18px;background:#0a76d8;color:#fff;border-radius:50%;
padding:13px;z-index:2;font-size:14px;line-height:1} .access{position:absolute;right:0;top:40%;
background:#222;color:#fff;padding:6px 9px;text-align:center;font-size:14px;z-index:2}
.toast{position:absolute;right:14px;bottom:62px;width:330px;background:#2b2b2bf2;color:#fff;
padding:12px 16px;border-radius:8px;font-size:13px;line-height:1.5}
.sheet{background:#fff;width:740px;max-width:92%;margin:22px auto;padding:52px 68px;min-height:100%;
font:16px/1.5 Carlito,'Liberation Serif'}
.hand{display:flex;flex-direction:column;height:100vh;position:relative} .hand .row{gap:6px}
.pbar{gap:13px;padding:7px 13px;flex:none} .hand .url{height:40px;border-radius:21px;padding:0 14px}
.night .view,.night .view .pg{background:#161616;color:#e8e8e8} .night .inp,.night button{
background:#333;color:#ddd} .night .view .pale{color:#aaa}
.narrow .wide{display:none} .narrow .in{padding:12px 16px} .narrow .dsfr{padding:12px 16px;gap:16px}
.narrow h1{font-size:22px} .narrow h2{font-size:19px} .narrow td{padding:4px 6px}
"""
