/* The site's search: Material's script and the index come on its first use; from a USB stick too. */
(function () {
  "use strict";
  var doc = document, stick = location.protocol === "file:";

  /* Chromium refuses a worker from file://: run the search's script in an empty frame that speaks like one. */
  if (stick) window.Worker = function (address) {
    var port = new EventTarget(), frame = doc.createElement("iframe"), waiting = [], room;
    port.postMessage = function (data) {
      if (waiting) waiting.push(data); else room.dispatchEvent(new room.MessageEvent("message", { data: data }));
    };
    port.terminate = function () { frame.remove(); };
    frame.hidden = true;
    doc.body.appendChild(frame);
    room = frame.contentWindow;
    room.postMessage = function (data) { port.dispatchEvent(new MessageEvent("message", { data: data })); };
    var code = room.document.createElement("script");
    code.onload = function () { var first = waiting; waiting = null; first.forEach(port.postMessage); };
    code.src = new URL(address, location.href).href;
    room.document.head.appendChild(code);
    return port;
  };

  /* Material asks for any of the Han characters typed; a reader means all of them. Message 2 is its query. */
  var PlainWorker = window.Worker;
  window.Worker = function (address) {
    var worker = new PlainWorker(address), send = worker.postMessage.bind(worker);
    worker.postMessage = function (message) {
      var asked = message && message.type === 2;
      send(asked ? { type: 2, data: message.data.replace(/[\u3400-\u9fff]/g, " +$& ") } : message);
    };
    return worker;
  };

  /* Search: Material's script and the index come with the first use. */
  var opener = doc.querySelector("[data-search-open]"), toggle = doc.getElementById("__search"), code = doc.getElementById("search-code");
  if (!opener || !toggle || !code) return;
  var dialog = doc.querySelector("[data-md-component=search]"), query = dialog.querySelector("input"), loaded = false;
  function load() {
    if (loaded) return;
    loaded = true;
    /* Material takes a feed's link for another language's and asks for a site map that isn't there. */
    doc.querySelectorAll("link[rel=alternate]").forEach(function (link) { link.remove(); });
    code.content.querySelectorAll("script").forEach(function (found) {
      var script = doc.createElement("script");
      script.src = found.getAttribute("src");
      script.onload = function () { doc.dispatchEvent(new Event("DOMContentLoaded")); };
      doc.body.appendChild(script);
    });
  }
  function show() {
    load();
    if (!toggle.checked) toggle.click();
    query.focus();
  }
  function hide() {
    if (toggle.checked) toggle.click();
    opener.focus();
  }
  opener.addEventListener("click", show);
  /* Material looks on keyup; text also comes by voice, by pasting and by handwriting. */
  query.addEventListener("input", function () { query.dispatchEvent(new Event("keyup")); });
  addEventListener("keydown", function (event) {
    if (event.key === "Escape" && toggle.checked) hide();
    else if (event.key === "/" && !/^(input|textarea|select)$/i.test(event.target.tagName)) { event.preventDefault(); show(); }
  });
})();
