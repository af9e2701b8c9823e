/* The site's search: a dialog; what it knows and how it ranks come on its first use, from a USB stick too. */
(function () {
  "use strict";
  var doc = document, html = doc.documentElement, box = doc.querySelector("[data-search]"), opener = doc.querySelector("[data-search-open]");
  if (!box || !opener) return;
  var query = box.querySelector("input"), said = box.querySelector("[role=status]"), found = box.querySelector(".search-found");
  var own = box.dataset, index = null, rank = null, asked = null, waiting = 0, loading = false;

  function made(name, text, kind) {
    var one = doc.createElement(name);
    if (kind) one.className = kind;
    if (text) one.textContent = text;
    return one;
  }

  /* A text with the words that were found in it marked. */
  function marked(into, text, marks) {
    var plain = text.toLowerCase(), at = 0;
    while (at < text.length) {
      var first = -1, size = 0;
      marks.forEach(function (mark) {
        var there = plain.indexOf(mark, at);
        if (there >= 0 && (first < 0 || there < first)) { first = there; size = mark.length; }
      });
      if (first < 0) break;
      into.appendChild(doc.createTextNode(text.slice(at, first)));
      into.appendChild(made("mark", text.substr(first, size)));
      at = first + size;
    }
    into.appendChild(doc.createTextNode(text.slice(at)));
    return into;
  }

  function row(one, now) {
    var entry = one.entry, line = made("li"), link = made("a"), kind = made("span", entry.label, "search-kind");
    link.href = own.up + entry.path;
    if (entry.ends && entry.ends < now) kind.appendChild(made("b", own.over));
    if (entry.sample) kind.appendChild(made("b", own.sample));
    link.appendChild(kind);
    link.appendChild(marked(made("strong"), entry.title, one.marks));
    link.appendChild(marked(made("span", "", "search-text"), entry.text, one.marks));
    line.appendChild(link);
    return line;
  }

  /* What helps whoever found nothing, or doesn't know what to type. */
  function list(title, rows, kind) {
    if (!rows.length) return;
    var whole = made("ul", "", kind);
    rows.forEach(function (one) { whole.appendChild(made("li")).appendChild(one); });
    found.appendChild(made("h2", title));
    found.appendChild(whole);
  }
  function ways() {
    var say = index.said;
    list(say.tries, index.tries.map(function (word) {
      var button = made("button", word);
      button.type = "button";
      button.onclick = function () { query.value = word; show(); query.focus(); };
      return button;
    }), "search-tries");
    list(say.tasks, index.tasks.map(function (one) {
      var link = made("a", one[0]);
      link.href = own.up + one[1];
      return link;
    }), "search-ways");
    list(say.call, index.calls.map(function (one) {
      var link = made("a", one[0] + " ");
      link.href = "tel:" + one[1];
      link.appendChild(made("strong", one[1]));
      return link;
    }), "search-ways");
  }

  function show() {
    var words = query.value.trim();
    if (!rank || words === asked) return;
    asked = words;
    var now = Date.now() / 60000, results = words ? rank(words, now) : [], count = results.length, say = index.said;
    var counted = count < rank.most ? (count === 1 ? say.one : say.other) : say.more;
    if (found.contains(doc.activeElement)) query.focus();
    found.textContent = "";
    found.scrollTop = 0;
    said.textContent = !words ? "" : count ? counted.replace("{n}", count) : say.none.replace("{words}", words) + " " + say.none_text;
    if (!count) { ways(); return; }
    var rows = made("ol", "", "search-rows");
    results.forEach(function (one) { rows.appendChild(row(one, now)); });
    found.appendChild(rows);
  }

  function load() {
    if (loading) return;
    loading = true;
    var left = 2;
    [own.code, own.index].forEach(function (address) {
      var script = doc.createElement("script");
      script.src = address;
      script.onload = function () {
        left -= 1;
        if (left) return;
        index = window.campaignIndex;
        rank = window.campaignRanking(index);
        show();
      };
      script.onerror = function () { said.textContent = own.failed; loading = false; script.parentNode.removeChild(script); };
      doc.body.appendChild(script);
    });
  }

  /* While it is open the address says what was asked, so that Back comes to the results again; nothing is stored. */
  function tell(words) {
    if (!window.URLSearchParams) return;
    var all = new URLSearchParams(location.search);
    if (words) all.set("q", words); else all.delete("q");
    var rest = all.toString();
    try { history.replaceState(null, "", location.pathname + (rest ? "?" + rest : "") + location.hash); } catch (error) { return; }
  }

  function open() {
    load();
    box.hidden = false;
    html.classList.add("searching");
    query.focus();
  }
  function close() {
    box.hidden = true;
    html.classList.remove("searching");
    tell("");
    opener.focus();
  }

  /* The keys: up and down between the field and the results, Tab stays inside, Escape closes. */
  function step(by) {
    var links = [].slice.call(found.querySelectorAll("a,button")), at = links.indexOf(doc.activeElement) + by;
    if (at >= links.length) return;
    if (at < 0) query.focus(); else links[at].focus();
  }
  function round(event) {
    var all = [].slice.call(box.querySelectorAll("input,button,a[href]")), last = all.length - 1, at = all.indexOf(doc.activeElement);
    if (event.shiftKey ? at <= 0 : at === last) { event.preventDefault(); all[event.shiftKey ? last : 0].focus(); }
  }
  addEventListener("keydown", function (event) {
    if (box.hidden || event.isComposing) return;
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "ArrowDown") { event.preventDefault(); step(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); step(-1); }
    if (event.key === "Tab") round(event);
  });
  addEventListener("keydown", function (event) {
    if (!box.hidden || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
    event.preventDefault();
    open();
  });
  query.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  box.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    show();
    var first = found.querySelector(".search-rows a");
    if (first) first.click();
  });
  found.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link) return;
    /* A place on this very page is gone to; anywhere else the results are there again on the way back. */
    if (link.pathname === location.pathname && link.hash) close(); else tell(query.value.trim());
  });
  box.addEventListener("click", function (event) { if (event.target === box) close(); });
  box.querySelector("[data-search-close]").addEventListener("click", close);
  opener.addEventListener("click", open);

  /* An address with ?q= opens the search with its results. */
  var given = window.URLSearchParams && new URLSearchParams(location.search).get("q");
  if (given) { query.value = given; open(); }
  addEventListener("pageshow", function (event) { if (event.persisted && query.value && !box.hidden) { asked = null; show(); } });
})();
