// Small comforts; every page works without this file.
"use strict";
const body = document.body;
const policy = window.trustedTypes?.createPolicy("plaise", { createScriptURL: (address) => address });

// Lock by itself: the page goes away when the server has locked.
if (body.dataset.lock) {
  let last = Date.now();
  const most = Number(body.dataset.lock) * 1000;
  const stay = () => { last = Date.now(); };
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  setInterval(() => { if (Date.now() - last > most) location.replace(body.dataset.locked); }, 5000);
  document.addEventListener("plaise:answered", stay);
}

// Installable page.
if (body.dataset.worker && "serviceWorker" in navigator && isSecureContext) {
  const address = body.dataset.worker;
  navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address).catch(() => {});
}

// Print button.
for (const place of document.querySelectorAll("[data-print]")) {
  place.hidden = false;
  place.addEventListener("click", () => print());
}

// Read aloud, only with a voice that lives on this device.
const speak = document.querySelector("[data-speak]");
if (speak && "speechSynthesis" in window) {
  const button = speak.querySelector("button");
  const start = button.textContent;
  const language = document.documentElement.lang;
  const voice = () => speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
  const show = () => { speak.hidden = !voice(); };
  show();
  speechSynthesis.addEventListener?.("voiceschanged", show);
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); button.textContent = start; return; }
    const said = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
    said.voice = voice();
    said.lang = language;
    said.onend = () => { button.textContent = start; };
    button.textContent = button.dataset.stop;
    speechSynthesis.speak(said);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

// A date typed in three fields, read back in words as one types.
for (const place of document.querySelectorAll(".date")) {
  const words = place.parentElement.querySelector("[data-words]");
  const inputs = [...place.querySelectorAll("input")];
  place.addEventListener("input", () => {
    const [day, month, year] = inputs.map((one) => Number(one.value.normalize("NFKC").replace(/[٠-٩]/g, (d) => "٠١٢٣٤٥٦٧٨٩".indexOf(d))));
    const date = new Date(Date.UTC(year, month - 1, day));
    const sound = year > 999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    words.textContent = sound ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC", numberingSystem: "latn" }).format(date).replace(document.documentElement.lang === "fr" ? /\b1 / : /$^/, "1er ") : "";
  });
}

// A passphrase may be read over, and is hidden again before it leaves.
for (const field of document.querySelectorAll("[data-reveal]")) {
  const words = field.dataset;
  const button = document.createElement("button");
  const said = document.createElement("span");
  const show = (open) => {
    if (field.classList.contains("veils")) field.classList.toggle("veiled", !open);
    else field.type = open ? "text" : "password";
    button.textContent = open ? words.conceal : words.reveal;
    button.append(" ", name);
  };
  const name = document.createElement("span");
  name.className = said.className = "unseen";
  name.textContent = field.labels[0].textContent;
  if (field.classList.contains("veiled")) field.classList.add("veils");
  button.type = "button";
  button.className = "link reveal";
  said.setAttribute("role", "status");
  let open = false;
  button.addEventListener("click", () => { open = !open; show(open); said.textContent = open ? words.shown : words.hidden; });
  field.form.addEventListener("submit", () => show(open = false));
  show(open);
  field.after(button, said);
}

// On a slow line one presses again: a form leaves once, and not twice what it records.
const left = new Map();
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const pressed = event.submitter ?? event.target;
  if (Math.abs(Date.now() - left.get(pressed)) < 15000) event.preventDefault();
  else left.set(pressed, Date.now());
});
addEventListener("pageshow", () => left.clear());

// Progress asks by itself; each answer replaces the words, until nothing goes on.
const progress = document.querySelector("[data-refresh]");
const again = async () => {
  if (!progress.dataset.refresh) return;
  const answer = await fetch(location.href, { headers: { "X-Plaise-Script": "1" } }).catch(() => null);
  if (answer?.status === 423) { location.reload(); return; }
  const text = answer?.ok ? await answer.text() : "";
  const found = /<!--progress (\d*) (\d+) (\d+)-->/.exec(text);
  if (found && !found[1]) { location.reload(); return; }
  if (found) {
    const bar = progress.querySelector("progress");
    bar.max = Number(found[3]) || 1; bar.value = Number(found[2]);
    if (found[3] > 0) for (const place of progress.querySelectorAll("bdi[hidden]")) place.hidden = false;
    for (const place of progress.querySelectorAll("[data-done]")) place.textContent = found[2];
    for (const place of progress.querySelectorAll("[data-total]")) place.textContent = found[3];
  }
  setTimeout(again, Number(progress.dataset.refresh) * 1000);
};
if (progress?.dataset.refresh) setTimeout(again, Number(progress.dataset.refresh) * 1000);

// On someone else's computer, the browser is asked not to remember even the identifier.
const shared = document.querySelector('[name="shared"]');
shared?.addEventListener("change", () => {
  const fields = shared.form.querySelectorAll('[name="identifier"]');
  for (const one of [shared.form, ...fields]) one.setAttribute("autocomplete", shared.checked ? "off" : one === shared.form ? "on" : "username");
});
