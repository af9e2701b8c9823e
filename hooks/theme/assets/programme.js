/* The programme: open at today, its strip of days with it, and a sheet of questions that leaves what the reader is after. */
(function () {
  "use strict";
  var doc = document, own = doc.querySelector("script[data-now]").dataset, days = doc.getElementById("days");
  /* How many events are few enough to stand open at once, whatever their day. */
  var FEW = 24, clock = Date.now, today = "";

  function all(selector, within) { return [].slice.call((within || doc).querySelectorAll(selector)); }
  var folds = all("details[data-group]", days), items = all("[data-item]", days);

  /* Folds: the day that it is, before the campaign its first, afterwards none; and what the address leads into. */
  function dayOf(now) {
    try { return new Intl.DateTimeFormat("en-CA", { timeZone: own.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now); } catch (error) { return ""; }
  }
  /* While it lasts, the days gone by are behind one line, so that today is at hand. */
  function gather() {
    var gone = folds.filter(function (one) { return one.parentNode === days && one.dataset.to < today; });
    var past = doc.createElement("details"), head = doc.createElement("summary");
    if (!gone.length || gone.length === folds.length || days.querySelector(".period")) return;
    past.className = "past";
    head.textContent = days.dataset[gone.length === 1 ? "pastOne" : "pastOther"].replace("{n}", gone.length);
    past.appendChild(head);
    days.insertBefore(past, gone[0]);
    gone.forEach(function (one) { past.appendChild(one); });
  }
  function scatter() {
    var past = days.querySelector(".past");
    if (!past) return;
    [].slice.call(past.children, 1).forEach(function (one) { days.insertBefore(one, past); });
    days.removeChild(past);
  }
  function fold() {
    var at = folds.filter(function (one) { return one.dataset.to >= today && !one.querySelector("details[data-group]"); })[0];
    var led = doc.getElementById(location.hash.slice(1));
    folds.concat(all(".past", days)).forEach(function (one) { one.open = one.contains(at || null) || one.contains(led); });
  }
  function unfold() {
    all("details.past,details[data-group]", days).forEach(function (one) { one.open = true; });
  }
  function tell() {
    var ends = items.map(function (item) { return Date.parse(item.dataset.ends); }).filter(Boolean);
    var now = clock(), last = Math.max.apply(null, ends);
    all("[data-all-over]", days).forEach(function (one) { one.hidden = !ends.length || now < last; });
    folds.forEach(function (one) {
      var past = one.dataset.to < today;
      one.classList.toggle("is-past", past);
      badge(one.querySelector("summary").firstElementChild, past ? "over" : "now", past ? own.over : one.dataset.from === today && one.dataset.to === today ? days.dataset.thisDay : "");
    });
  }
  function badge(head, look, said) {
    var mark = head.querySelector(".mark");
    if (!mark) mark = head.insertBefore(doc.createElement("span"), head.querySelector("small"));
    mark.className = "mark mark-" + look;
    mark.textContent = said;
    mark.hidden = !said;
  }
  addEventListener("beforeprint", unfold);

  /* More days than fit are scrolled within their row, so that today stands in its middle. */
  function middle() {
    var tile = doc.querySelector(".jump-strip .is-today,.jump-spans .is-now"), row = tile && tile.parentNode;
    if (row && row.scrollWidth <= row.clientWidth) row = row.parentNode;
    if (!row) return;
    var there = tile.getBoundingClientRect(), here = row.getBoundingClientRect();
    row.scrollLeft += there.left + there.width / 2 - here.left - here.width / 2;
  }

  /* The filter. What was chosen stands in the address, so that it can be sent on; from a USB stick that may not change. */
  var form = doc.querySelector("[data-filter]"), sheet = form.querySelector("dialog"), opener = form.querySelector(".filter-open");
  var output = form.querySelector("output"), done = form.querySelector("[data-shows]"), drop = form.dataset.drop;
  var fields = all("input", form), names = [];
  fields.forEach(function (field) { if (names.indexOf(field.name) < 0) names.push(field.name); });

  function answers() {
    return fields.filter(function (field) { return field.checked && field.value; });
  }
  /* What doesn't take place has no end. */
  function comes(item) { return Date.parse(item.dataset.ends) > clock(); }
  function fits(item, chosen) {
    return chosen.every(function (field) {
      return field.name === "coming" ? comes(item) : item.dataset[field.name] === field.value;
    });
  }
  /* What takes place on several days is one event. */
  function counted(found) {
    var seen = {};
    found.forEach(function (item) { if (item.dataset.county) seen[item.querySelector("a").pathname] = true; });
    return Object.keys(seen).length;
  }
  function shown(within) {
    return all("[data-item]:not([hidden])", within);
  }
  function show() {
    var chosen = answers(), count;
    items.forEach(function (item) { item.hidden = !fits(item, chosen); });
    folds.concat(all(".past", days)).forEach(function (one) { one.hidden = chosen.length > 0 && !shown(one).length; });
    count = counted(shown(days));
    days.classList.toggle("is-filtered", chosen.length > 0);
    if (chosen.length && count <= FEW) unfold(); else fold();
    output.textContent = chosen.length ? (count ? output.dataset.said : output.dataset.none).replace("{n}", count) : output.dataset.whole;
    done.textContent = done.dataset.shows.replace("{n}", count);
    all("[type=reset]", form).forEach(function (clear) { clear.hidden = !chosen.length; });
    chips(chosen);
  }
  function chips(chosen) {
    var row = form.querySelector(".filter-chosen");
    row.textContent = "";
    chosen.forEach(function (field) {
      var chip = doc.createElement("button"), said = field.nextElementSibling.textContent;
      chip.type = "button";
      chip.className = "chip-off";
      chip.textContent = said;
      chip.setAttribute("aria-label", drop.replace("{what}", said));
      chip.addEventListener("click", function () {
        choose(field.name, "");
        changed();
        opener.focus();
      });
      row.appendChild(chip);
    });
  }
  function choose(name, value) {
    var own = fields.filter(function (field) { return field.name === name; });
    (own.filter(function (field) { return field.value === value; })[0] || own[0]).checked = true;
  }
  function changed() {
    var said = new URLSearchParams(location.search), chosen = answers(), query;
    show();
    names.forEach(function (name) { said.delete(name); });
    chosen.forEach(function (field) { said.set(field.name, field.value); });
    query = said.toString();
    try { history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { return; }
  }
  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    names.forEach(function (name) { choose(name, ""); });
    changed();
    if (!sheet.open) opener.focus();
  });

  /* The sheet: from below over a phone's page, within the page on a desk. */
  var wide = matchMedia("(min-width:48rem)");
  function open() {
    if (wide.matches || !sheet.showModal) sheet.setAttribute("open", ""); else sheet.showModal();
    opener.setAttribute("aria-expanded", "true");
    sheet.querySelector("h2").focus();
  }
  function close() {
    if (sheet.close) { sheet.close(); return; }
    sheet.removeAttribute("open");
    closed();
  }
  function closed() {
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }
  sheet.addEventListener("close", closed);
  opener.addEventListener("click", function () { if (sheet.hasAttribute("open")) close(); else open(); });
  all("[data-filter-close]", form).forEach(function (button) { button.addEventListener("click", close); });
  sheet.addEventListener("click", function (event) { if (event.target === sheet) close(); });
  sheet.addEventListener("keydown", function (event) { if (event.key === "Escape") { event.preventDefault(); close(); } });

  function begin(now) {
    clock = now;
    today = dayOf(clock());
    scatter();
    gather();
    tell();
    show();
  }
  var asked = new URLSearchParams(location.search);
  names.forEach(function (name) { choose(name, asked.get(name) || ""); });
  begin(Date.now);
  /* Shown once folded, so that nothing moves under the reader's eyes; then what the address leads to. */
  days.classList.add("is-told");
  var led = doc.getElementById(location.hash.slice(1));
  if (led && days.contains(led)) led.scrollIntoView();
  window.campaignTime(function (now) {
    var known = today;
    if (dayOf(now()) !== known || answers().length) begin(now); else clock = now;
    tell();
    middle();
    setInterval(tell, 60000);
  });
})();
