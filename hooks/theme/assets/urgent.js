/* The urgent notice, and the marks that lead to it: shown while it holds, by the device's clock, put right by the
   server's where the page knows it. It runs at once, for the notice itself, and again when the whole page is there. */
(function () {
  "use strict";
  function show(now) {
    [].slice.call(document.querySelectorAll("[data-urgent]")).forEach(function (one) {
      one.hidden = now < Date.parse(one.dataset.starts) || now >= Date.parse(one.dataset.ends);
    });
  }
  var clock = Date.now;
  show(clock());
  document.addEventListener("DOMContentLoaded", function () { show(clock()); });
  setInterval(function () { show(clock()); }, 15000);
  addEventListener("load", function () {
    if (window.campaignTime) window.campaignTime(function (now) { clock = now; show(clock()); });
  });
})();
