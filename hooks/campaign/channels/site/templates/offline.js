/* The service worker: the network first; without one, or after four seconds, what the pages kept (campaign.js). */
"use strict";
var NAME = "campaign " + self.registration.scope;

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

function kept(request) {
  return caches.open(NAME).then(function (store) { return store.match(request, { ignoreSearch: true }); });
}

/* What is kept already is kept as new as the network gives it; nothing else is stored. */
function renew(request, answer) {
  var copy = answer.clone();
  return caches.open(NAME).then(function (store) {
    return store.match(request, { ignoreSearch: true }).then(function (had) {
      return had && answer.ok && !request.url.split("?")[1] ? store.put(request, copy) : null;
    });
  });
}

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || !/^(document|style|script|image)$/.test(request.destination)) return;
  if (request.url.indexOf(self.registration.scope) !== 0) return;
  var network = fetch(request).then(function (answer) {
    event.waitUntil(renew(request, answer).catch(function () { return null; }));
    return answer;
  });
  var patience = new Promise(function (done) { setTimeout(done, 4000); }).then(function () { return kept(request); });
  event.respondWith(new Promise(function (done, fail) {
    network.then(done, function () { kept(request).then(function (had) { return had ? done(had) : fail(new Error("offline")); }, fail); });
    patience.then(function (had) { if (had) done(had); });
  }));
});
