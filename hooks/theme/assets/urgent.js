/* The urgent notice: shown while it holds, by the device's clock, put right by the server's where the page knows it. */
(function () {
  "use strict";
  var notices = [].slice.call(document.querySelectorAll("[data-urgent]"));
  function show(now) {
    notices.forEach(function (one) {
      one.hidden = now < Date.parse(one.dataset.starts) || now >= Date.parse(one.dataset.ends);
    });
  }
  var clock = Date.now;
  show(clock());
  setInterval(function () { show(clock()); }, 15000);
  addEventListener("load", function () {
    if (window.campaignTime) window.campaignTime(function (now) { clock = now; show(clock()); });
  });
})();
