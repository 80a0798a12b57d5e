// Sends files one by one, chosen, dropped or pasted; a cut connection loses nothing.
// Without this file, the form sends them all at once.
"use strict";
const place = document.querySelector("[data-send]");
const form = place?.closest("form");
if (form) {
  const words = place.dataset;
  const said = place.querySelector("[data-said]");
  const list = place.querySelector(".sending");
  const retry = place.querySelector("[data-retry]");
  const input = form.querySelector("[type=file]");
  const button = form.querySelector(".next button");
  const waits = [2000, 5000, 10000];
  const files = [];
  let busy = false;
  place.hidden = false;

  // A name that stays the same however often the file is sent: the server keeps it once.
  const fresh = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
  const left = () => files.filter((one) => one.state !== "done" && one.state !== "refused");
  const show = (one, state, text) => {
    one.state = state;
    one.row.className = state;
    one.row.querySelector("span").textContent = text;
  };

  const add = (chosen, cameBy) => {
    for (const file of chosen) {
      const row = document.createElement("li");
      const name = document.createElement("bdi");
      const bar = document.createElement("progress");
      const state = document.createElement("span");
      name.dir = "ltr";
      name.textContent = file.name;
      bar.max = 1;
      bar.value = 0;
      bar.className = "path";
      bar.setAttribute("aria-label", file.name);
      row.append(name, " ", state, bar);
      list.append(row);
      const one = { file, cameBy, row, bar, name: fresh(), tries: 0 };
      show(one, "waits", words.waits);
      files.push(one);
    }
    if (chosen.length) { said.textContent = words.stay; button.disabled = true; next(); }
  };

  const send = (one) => new Promise((answer) => {
    const ask = new XMLHttpRequest();
    const content = new FormData();
    content.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    content.append("capture", one.file, one.file.name);
    content.append("name", one.name);
    content.append("came_by", one.cameBy);
    ask.open("POST", words.send);
    ask.setRequestHeader("X-Plaise-Script", "1");
    ask.timeout = 600000;
    ask.upload.addEventListener("progress", (event) => { if (event.lengthComputable) one.bar.value = event.loaded / event.total; });
    ask.addEventListener("loadend", () => answer(ask.status));
    ask.send(content);
  });

  const next = async () => {
    if (busy) return;
    busy = true;
    retry.hidden = true;
    let one;
    while ((one = files.find((file) => file.state === "waits"))) {
      show(one, "goes", words.goes);
      const status = await send(one);
      if (status === 204) {
        one.bar.value = 1;
        show(one, "done", words.done);
        document.dispatchEvent(new Event("plaise:answered"));
      } else if (status === 413 || status === 422 || status === 400) {
        show(one, "refused", words.refused);
      } else if (status === 423) {
        show(one, "failed", words.failed);
        return stop(words.locked, words.unlock);
      } else if (one.tries < waits.length) {
        show(one, "waits", words.waits);
        said.textContent = words.cut;
        await new Promise((again) => setTimeout(again, waits[one.tries++]));
      } else {
        show(one, "failed", words.failed);
        return stop(words.cut);
      }
    }
    busy = false;
    if (!left().length && files.every((file) => file.state === "done")) location.assign(words.after);
    else { said.textContent = ""; button.disabled = false; }
  };

  const stop = (text, address) => {
    busy = false;
    said.textContent = text;
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = " ↗";
      link.setAttribute("aria-label", text);
      said.append(link);
    }
    for (const one of files) if (one.state === "waits") show(one, "failed", words.failed);
    retry.hidden = false;
    retry.focus();
  };

  const again = () => {
    for (const one of files) if (one.state === "failed") { one.tries = 0; show(one, "waits", words.waits); }
    next();
  };
  retry.addEventListener("click", again);
  addEventListener("online", () => { if (!retry.hidden) again(); });
  addEventListener("beforeunload", (event) => { if (left().length) event.preventDefault(); });

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    add([...input.files], "upload");
    input.value = "";
  });
  addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  addEventListener("dragleave", () => place.classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    add([...event.dataTransfer.files], "drop");
  });
  addEventListener("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (!pasted.length) return;
    event.preventDefault();
    add(pasted.map((file, number) => /^image\.\w+$/.test(file.name) ? new File([file], `${words.pasted}-${new Date().toISOString().slice(0, 19).replace(/:/g, "-")}-${number + 1}.${file.name.split(".").pop()}`, { type: file.type }) : file), "paste");
  });
}
