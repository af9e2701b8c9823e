/* What every page does on the device: reading settings, today, and opening again without a network. */
(function () {
  "use strict";
  var doc = document, html = doc.documentElement, own = doc.currentScript.dataset, stick = location.protocol === "file:";
  html.classList.remove("no-js");
  html.classList.add("js");

  /* From file:// a link to a folder shows a listing: name its index. */
  function named(link) {
    if (link.protocol === "file:" && /\/$/.test(link.pathname)) link.pathname += "index.html";
  }
  if (stick) {
    doc.querySelectorAll("a[href]").forEach(named);
    addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link) named(link);
    }, true);
  }

  /* What an address leads to within folded text is unfolded. */
  function unfold() {
    var one = doc.getElementById(location.hash.slice(1)), aim = one;
    for (; one; one = one.parentNode) {
      if (one.nodeName === "DETAILS" && !one.open) { one.open = true; aim.scrollIntoView(); }
    }
  }
  addEventListener("hashchange", unfold);
  /* What a desk has room for is folded on a phone; paper has all of it. */
  function foldAll(open) {
    doc.querySelectorAll("details[data-fold]").forEach(function (one) { one.open = open; });
  }
  if (matchMedia("(max-width:47.99rem)").matches) foldAll(false);
  addEventListener("beforeprint", function () { foldAll(true); });
  unfold();

  /* Reading settings stay where the browser may keep them, and work for the page where it may not. */
  function keep(name, value) {
    try { if (value) localStorage.setItem(name, value); else localStorage.removeItem(name); } catch (error) { return; }
  }
  doc.querySelectorAll("[data-large]").forEach(function (button) {
    function show() { button.setAttribute("aria-pressed", html.classList.contains("large")); }
    button.addEventListener("click", function () {
      keep("campaign-large", html.classList.toggle("large") ? "1" : "");
      show();
    });
    show();
  });
  var schemes = doc.querySelectorAll("[data-scheme-set]");
  function showScheme() {
    schemes.forEach(function (one) {
      one.setAttribute("aria-pressed", one.dataset.schemeSet === (html.dataset.scheme || ""));
    });
  }
  schemes.forEach(function (button) {
    button.addEventListener("click", function () {
      var chosen = button.dataset.schemeSet;
      if (chosen) html.dataset.scheme = chosen; else delete html.dataset.scheme;
      keep("campaign-scheme", chosen);
      showScheme();
    });
  });
  showScheme();

  /* The time: the device's clock, put right by the server's where they differ by more than two minutes. */
  var known = null;
  function server() {
    if (stick || !window.fetch || !window.Promise) return null;
    return fetch(location.href.split("#")[0], { method: "HEAD", cache: "no-store" }).then(function (answer) {
      return Date.parse(answer.headers.get("Date")) || NaN;
    }).catch(function () { return NaN; });
  }
  /* Calls back with a function that gives the time in ms; asks once a page, and waits three seconds at most. */
  window.campaignTime = function (use) {
    if (!known) {
      var asked = server(), late = asked && new Promise(function (done) { setTimeout(done, 3000, NaN); });
      known = (asked ? Promise.race([asked, late]) : { then: function (go) { go(NaN); } });
    }
    known.then(function (there) {
      var here = Date.now(), shift = Math.abs(there - here) > 120000 ? there - here : 0;
      use(function () { return Date.now() + shift; });
    });
  };

  /* Today, worked out here and now, in the campaign's time zone. */
  var weeks = doc.querySelectorAll("[data-today]");
  if (weeks.length) window.campaignTime(function (now) {
    var today;
    try { today = new Intl.DateTimeFormat("en-CA", { timeZone: own.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now()); } catch (error) { return; }
    weeks.forEach(function (week) {
      var days = week.querySelectorAll("[data-day]"), during = days.length && today <= days[days.length - 1].dataset.day;
      days.forEach(function (day) {
        if (during && day.dataset.day < today) day.classList.add("is-over");
        if (day.dataset.day !== today) return;
        day.classList.add("is-today");
        var mark = doc.createElement("span");
        mark.className = "today";
        mark.textContent = week.dataset.today;
        day.firstElementChild.appendChild(mark);
      });
      /* Of a long campaign the week or month that today is in: marked, and of those that open the only one open. */
      week.querySelectorAll("[data-from]").forEach(function (span) {
        if (today < span.dataset.from || today > span.dataset.to) return;
        span.classList.add("is-now");
        if (span.tagName === "LI") span.firstElementChild.setAttribute("aria-current", "date");
        if (span.tagName !== "DETAILS") return;
        week.querySelectorAll("details").forEach(function (one) { one.open = one === span; });
      });
    });
  });

  /* The quiz keeps count; without this each question still says whether it was right. */
  var quiz = doc.querySelector("[data-score]"), score = doc.querySelector(".score");
  if (quiz && score) quiz.addEventListener("change", function () {
    var numbers = { done: quiz.querySelectorAll(":checked").length, right: quiz.querySelectorAll(".right:checked").length, all: quiz.children.length };
    score.textContent = quiz.dataset.score.replace(/\{(\w+)\}/g, function (_, name) { return numbers[name]; });
    score.hidden = false;
  });

  /* Once opened, the programme and the plaza open again without a network: kept by the page, served by offline.js. */
  if (!("serviceWorker" in navigator) || !window.caches || stick) return;
  addEventListener("load", function () {
    var root = new URL(own.root, location.href).href;
    navigator.serviceWorker.register(root + "offline.js", { scope: root }).then(function () {
      if (!doc.querySelector("[data-keep]")) return null;
      var parts = [].slice.call(doc.querySelectorAll("link[rel=stylesheet],link[rel=icon],script[src]"));
      var needed = parts.map(function (part) { return part.href || part.src; }).concat(location.href.split(/[?#]/)[0]);
      return caches.open("campaign " + root).then(function (kept) {
        /* What was just shown is at hand: the server isn't asked for it again. */
        return kept.addAll(needed.map(function (address) { return new Request(address, { cache: "force-cache" }); }));
      });
    }).catch(function () { return null; });
  });
})();
