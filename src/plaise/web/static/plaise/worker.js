// Keeps only the style sheet, the scripts and one page that says « no connection »: never a page
// of a dossier, never an answer to a form.
"use strict";
const KEPT = "plaise-ORDINARY";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))).then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || !address.pathname.startsWith("/static/")) return;
  event.respondWith(caches.open(KEPT).then(async (kept) => {
    const found = await kept.match(event.request);
    if (found) return found;
    const answer = await fetch(event.request);
    if (answer.ok) await kept.put(event.request, answer.clone());
    return answer;
  }));
});
