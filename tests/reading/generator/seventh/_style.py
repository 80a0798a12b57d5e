"""The style of this hand's own dresses and signs (`s-…`: see `_markup`)."""

STYLE = """
.alert{border:1px solid #4a7bb5;border-left-width:6px;padding:10px 14px;margin:12px 0}
.alert.red{border-color:#b5121b}.alert.amber{border-color:#b76e00}
.callout{border-left:4px solid #88a;padding:8px 14px;margin:12px 0;background:#8881}
.b,.b2{display:inline-block;padding:7px 15px;margin:6px 8px 6px 0;border:1px solid #888}
.b{background:#e8e8e8}
.s-item{padding:2px 0 2px 20px;position:relative}.s-item:before{content:'•';position:absolute;
 left:6px}
.s-pick{display:flex;gap:10px;align-items:flex-start;margin:7px 0}.s-pick.off{opacity:.5}
.s-pick i{flex:none;width:15px;height:15px;margin-top:3px;border:1px solid currentColor;
 border-radius:2px}
.s-pick i.o{border-radius:50%}.s-pick i.on{box-shadow:inset 0 0 0 3px #fff;background:#1f4fa0}
.s-fold{display:flex;justify-content:space-between;gap:12px;border-top:1px solid #ccc;
 padding:9px 4px;font-weight:500;color:#1b2f77}.rf .s-fold{color:inherit}
.s-fold em{font-style:normal}
.s-in,.s-out{display:flex;margin:6px 5%}.s-out{justify-content:flex-end}
.s-in span:first-child,.s-out span:first-child{background:#fff;color:#111;border-radius:8px;
 padding:7px 11px;max-width:76%}
.s-out>span:first-child{background:#d9fdd3}.s-in span span,.s-out span span{padding:0!important;
 background:none!important}
.s-small{font-size:.82em;opacity:.8}.s-keys{margin:10px 0}
.s-field{margin:10px 0;max-width:440px}.s-field>span:last-child{display:block;border:1px solid #999;
 min-height:34px;padding:6px 9px;margin-top:4px}
table.s-row{border-collapse:collapse;margin:10px 0}.s-row td,.s-row th{border:1px solid #bbb;
 padding:5px 10px;text-align:left}
.s-week{display:flex;gap:8px;margin:14px 0}.s-week>div{flex:1;min-width:0}
.s-week b{display:block;margin-bottom:6px}.s-tall{flex-direction:column}
.s-slot{display:inline-block;border:1px solid #5571b0;border-radius:3px;padding:4px 10px;
 margin:0 6px 6px 0;background:#eef2fb;color:#1b2f77}
.s-month{display:grid;grid-template-columns:repeat(7,38px);gap:4px;margin:12px 0}
.s-month b{grid-column:1/-1}.s-month u,.s-month span{text-align:center;text-decoration:none;
 line-height:30px;border-radius:3px}
.s-key{display:inline-block;width:13px;height:13px;margin-left:12px;vertical-align:-2px}
.s-code{font:700 32px 'DejaVu Serif';background:#e6e9ee;display:inline-block;padding:8px 20px;
 margin:8px 0}
.s-cols{display:flex;gap:30px;align-items:flex-start}.s-cols>.s-wide{flex:1;min-width:0}
.s-aside{flex:0 0 270px;font-size:.9em;border-left:1px solid #ccc;padding-left:18px}
.phone .s-cols{display:block}.phone .s-aside{border-left:0;border-top:1px solid #ccc;padding:8px 0;
 margin-top:20px}
.s-veil{position:relative;min-height:560px;background:#0005;padding:34px 14px;margin:0 -10px}
.s-under{position:absolute;inset:0;padding:10px 20px;opacity:.28;overflow:hidden;z-index:0}
.s-modal{position:relative;z-index:1;max-width:560px;margin:0 auto;background:#fff;color:#222;
 padding:18px 24px;box-shadow:0 8px 30px #0007}.s-modal h2,.s-modal h3{color:#222!important}
.s-big{zoom:1.7;max-width:480px;line-height:1.35}.phone .s-big{zoom:1.35}
.s-card{border:1px solid #cfd3da;border-radius:7px;padding:12px 16px;margin:12px 0}
.s-center{text-align:center}.s-grey{color:#767676}.s-langs{font-size:13px;text-align:right}
.s-strip{background:#eef1f6;color:#222;padding:9px 16px;font:14px Inter,sans-serif;
 border-bottom:1px solid #cbd}.s-toast{background:#3a3a3a;color:#fff;padding:12px 18px;
 border-radius:4px;max-width:520px;margin:16px 0}
.s-ea{max-width:820px;margin:18px auto;background:#fff;border:1px solid #b9c7de;padding:16px 20px}
.s-card .s-in>span:first-child{background:#ececf1}
.s-grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:14px}
.bd{color:#222;background:#fff;font-size:15px;line-height:1.5;min-height:1500px}
.bd .band{display:flex;gap:24px;align-items:center;color:#fff;padding:13px 24px;font-size:14px}
.bd .band b{font-size:21px}.bd .main{max-width:var(--w);margin:0 auto;padding:14px 24px 60px}
.bd h1{font-size:26px;line-height:1.25;margin:10px 0 14px}.bd h2{font-size:20px;margin:16px 0 8px}
.bd h3,.fd h3,.ml h3{font-size:16px;margin:10px 0 6px}.bd .b{background:var(--c);color:#fff;
 border-color:var(--c);border-radius:5px}.bd .b2{color:var(--c);border-color:var(--c);
 border-radius:5px}.bd .foot{border-top:1px solid #ddd;padding:16px 24px;font-size:12px;color:#777}
.bd .alert{border-radius:5px;background:#f4f7fb}.bd .alert.red{background:#fdf0f0}
.bd .alert.amber{background:#fdf6e7}
.ml,.fd{background:#fff;color:#202124;font-size:14.5px;line-height:1.5;min-height:1400px}
.ml .tools,.fd .tools{display:flex;gap:18px;align-items:center;padding:10px 18px;
 border-bottom:1px solid #e0e0e0}.ml .tools b,.fd .tools b{font-size:20px}
.ml .find,.fd .find{background:#eef1f5;border-radius:20px;padding:8px 18px;color:#5f6368;
 flex:0 1 460px;display:flex;gap:8px;white-space:nowrap;overflow:hidden}
.ml .cols,.fd .cols{display:flex}.ml .side,.fd .side{flex:0 0 200px;padding:14px 0}
.ml .side span,.fd .side span{display:flex;gap:12px;padding:7px 18px;align-items:center}
.ml .side .on{background:#d3e3fd;border-radius:0 16px 16px 0;font-weight:600}
.ml .read{flex:1;padding:10px 26px;max-width:900px}.ml h1{font-size:22px;font-weight:400}
.ml .who{display:flex;gap:12px;align-items:center;margin-bottom:14px}
.ml .who>small{margin-left:auto}
.ml .callout{border-left:1px solid #aaa;background:none;color:#555}
.ch{display:flex;min-height:1800px;background:#efeae2;color:#111;font-size:14.5px;line-height:1.45}
.ch .side{flex:0 0 300px;background:#fff;border-right:1px solid #ddd;padding-top:50px}
.ch .talk{display:flex;gap:12px;align-items:center;padding:10px 14px;border-bottom:1px solid #eee}
.ch .room{flex:1;min-width:0}.ch .top{display:flex;gap:12px;align-items:center;background:#f0f2f5;
 padding:9px 16px;margin-bottom:14px}
.pp{background:#d5d7da;min-height:1500px}
.pp .tools{color:#fff;display:flex;gap:26px;padding:12px 18px;
 font:14px Carlito,sans-serif;white-space:nowrap;overflow:hidden}
.pp .sheet{background:#fff;color:#111;max-width:800px;margin:18px auto;padding:54px 70px;
 font-size:17px;line-height:1.45;box-shadow:0 1px 6px #0005;min-height:1100px}
.phone .pp .sheet{padding:22px 20px;margin:8px}.pp h1{font-size:25px}.pp h2{font-size:20px}
.fd{background:#eef0f3}.fd .tools{background:#fff}.fd .feed{flex:1;max-width:700px;padding:8px 18px}
.fd .s-card{background:#fff;border-color:#e2e4e8}.fd h1{font-size:23px;line-height:1.3}
.br{padding:26px 20px;font-size:16px;line-height:1.5;color:#222;min-height:900px}
.br h1{font-size:29px;margin:10px 0}.br h2{font-size:21px}
.old p{margin:8px 0}.old .crumbs{line-height:1.4}
"""
