/* The week's messages: copied, ticked when sent, today's first. Ticks stay on this computer until they are saved as a
   file; each keeps what was sent, so that a later change of the facts shows. */
(function () {
  "use strict";
  var doc = document, list = doc.getElementById("messages"), form = doc.querySelector("[data-sending]");
  if (!list || !form) return;
  var own = doc.querySelector("script[data-now]").dataset, said = list.dataset, KEY = "messages:" + said.campaign;
  var FORMAT = "campaign-messages-sent/1";

  function all(selector, within) { return [].slice.call((within || doc).querySelectorAll(selector)); }
  var items = all("[data-message]", list), days = all("[data-day]", list), none = list.querySelector("[data-none]");

  /* Copying: the very text; where the browser refuses, it is selected. */
  function select(text) {
    var selection = getSelection(), range = doc.createRange();
    range.selectNodeContents(text);
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function copy(text) {
    function itself() {
      select(text);
      if (!doc.execCommand("copy")) throw new Error("refused");
    }
    var asked = navigator.clipboard ? navigator.clipboard.writeText(text.textContent) : Promise.reject(new Error("none"));
    return asked.catch(itself);
  }
  all("[data-copy-said]", list).forEach(function (button) {
    var part = button.closest(".said"), text = part.querySelector("[data-part]"), output = part.querySelector("output");
    button.addEventListener("click", function () {
      copy(text).then(function () { output.textContent = said.copied; }, function () {
        select(text);
        output.textContent = said.byHand;
      });
    });
  });

  /* Ticks. */
  var ticks = {};
  try { ticks = JSON.parse(localStorage.getItem(KEY)) || {}; } catch (error) { ticks = {}; }
  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify(ticks)); } catch (error) { return; }
  }
  function told(item) { return JSON.parse(item.dataset.message); }
  function sent(item) {
    var one = told(item);
    one.sent = new Date().toISOString();
    all("[data-part]", item).forEach(function (part) { one[part.dataset.part] = part.textContent; });
    return one;
  }
  /* True where anything that was told then isn't so now. */
  function wrong(then, now) {
    return Object.keys(then).some(function (about) {
      var before = then[about], after = now[about] || {};
      return Object.keys(Object.assign({}, before, after)).some(function (name) { return before[name] !== after[name]; });
    });
  }
  function badge(item, name, look, words) {
    var mark = item.querySelector("[data-badge=" + name + "]");
    if (!mark && words) {
      mark = doc.createElement("span");
      mark.dataset.badge = name;
      item.querySelector("h2,h3").appendChild(mark);
    }
    if (!mark) return;
    mark.className = "mark mark-" + look;
    mark.textContent = words;
    mark.hidden = !words;
  }

  /* The clock: what is due and what comes next while the week lasts. */
  var clock = Date.now;
  function at(now) {
    var how = { timeZone: own.zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    var parts = {};
    try { new Intl.DateTimeFormat("en-CA", how).formatToParts(now).forEach(function (part) { parts[part.type] = part.value; }); } catch (error) { return ""; }
    return parts.year + "-" + parts.month + "-" + parts.day + " " + parts.hour + ":" + parts.minute;
  }
  function show() {
    var now = at(clock()), during = now && now.slice(0, 10) <= days[days.length - 1].dataset.day, count = 0, next = "";
    items.forEach(function (item) {
      var tick = ticks[item.dataset.key], one = told(item), due = during && !tick && one.at <= now;
      count += tick ? 1 : 0;
      item.querySelector("[data-sent]").checked = !!tick;
      item.classList.toggle("is-sent", !!tick);
      if (during && !tick && !due && !next) next = one.at;
      badge(item, "wrong", "changed", tick && wrong(tick.facts || {}, one.facts) ? said.wrong : "");
      var missed = due && one.at.slice(0, 10) < now.slice(0, 10);
      badge(item, "due", missed ? "over" : due ? "now" : "next", missed ? said.missed : due ? said.due : during && !tick && one.at === next ? said.next : "");
    });
    var done = form.querySelector(".sending-done");
    done.textContent = done.dataset.said.replace("{n}", count).replace("{all}", items.length);
    filter();
  }
  all("[data-sent]", list).forEach(function (box) {
    var item = box.closest("[data-message]");
    box.addEventListener("change", function () {
      if (box.checked) ticks[item.dataset.key] = sent(item); else delete ticks[item.dataset.key];
      keep();
      show();
    });
  });

  /* The filter; what was chosen stands in the address, so that a sender's list can be sent on. */
  var fields = all("select,[name=left]", form);
  function value(field) { return field.type === "checkbox" ? (field.checked ? field.value : "") : field.value; }
  function fits(item, name, chosen) {
    if (name === "left") return !ticks[item.dataset.key];
    return (name === "day" ? item.closest("[data-day]").dataset.day : item.dataset[name]) === chosen;
  }
  function filter() {
    var chosen = fields.map(function (field) { return [field.name, value(field)]; }).filter(function (one) { return one[1]; });
    var found = 0;
    items.forEach(function (item) {
      item.hidden = !chosen.every(function (one) { return fits(item, one[0], one[1]); });
      found += item.hidden ? 0 : 1;
    });
    days.forEach(function (day) {
      day.hidden = !day.querySelector("[data-message]:not([hidden])");
      if (chosen.length) day.querySelector("details").open = true;
    });
    all(".past", list).forEach(function (past) { past.hidden = !past.querySelector("[data-day]:not([hidden])"); });
    none.hidden = found > 0;
  }
  var given = new URLSearchParams(location.search);
  fields.forEach(function (field) {
    if (field.type === "checkbox") field.checked = given.get(field.name) === field.value;
    else if (given.get(field.name)) field.value = given.get(field.name);
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function (event) {
    if (fields.indexOf(event.target) < 0) return;
    fields.forEach(function (field) { if (value(field)) given.set(field.name, value(field)); else given.delete(field.name); });
    var query = given.toString();
    try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { given.toString(); }
    filter();
  });

  /* The record as a file, and back. */
  form.querySelector("[data-save]").addEventListener("click", function () {
    var record = { format: FORMAT, campaign: said.campaign, saved: new Date().toISOString() };
    record.sent = Object.keys(ticks).sort().map(function (key) { return ticks[key]; });
    var link = doc.createElement("a"), file = new Blob([JSON.stringify(record, null, 1) + "\n"], { type: "application/json" });
    link.href = URL.createObjectURL(file);
    link.download = "sent-" + said.campaign + "-" + at(clock()).replace(/\D/g, "") + ".json";
    doc.body.appendChild(link);
    link.click();
    doc.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });
  form.querySelector("[data-read]").addEventListener("change", function (event) {
    var box = event.target, output = form.querySelector("[data-told]"), reader = new FileReader();
    reader.onload = function () {
      var record = null;
      try { record = JSON.parse(reader.result); } catch (error) { record = null; }
      var good = record && record.format === FORMAT && record.campaign === said.campaign && Array.isArray(record.sent);
      output.textContent = good ? output.dataset.done.replace("{n}", record.sent.length) : output.dataset.bad;
      box.value = "";
      if (!good) return;
      record.sent.forEach(function (one) {
        var key = one.id + "." + one.language;
        if (!ticks[key] || one.sent < ticks[key].sent) ticks[key] = one;
      });
      keep();
      show();
    };
    if (box.files.length) reader.readAsText(box.files[0]);
  });

  /* While the week lasts today stands first, and the days gone by behind one line at the end. */
  function gather() {
    var today = at(clock()).slice(0, 10), gone = days.filter(function (day) { return day.dataset.day < today; });
    days.forEach(function (day) {
      if (day.dataset.day !== today) return;
      badge(day, "today", "now", said.thisDay);
      day.querySelector("details").open = true;
    });
    if (!today || !gone.length || gone.length === days.length) return;
    var past = doc.createElement("details"), head = doc.createElement("summary");
    past.className = "past";
    head.textContent = said.past.replace("{n}", gone.length);
    past.appendChild(head);
    list.insertBefore(past, none);
    gone.forEach(function (day) { past.appendChild(day); });
    past.open = !!doc.getElementById(location.hash.slice(1)) && past.contains(doc.getElementById(location.hash.slice(1)));
  }
  /* On paper the week is in its order. */
  addEventListener("beforeprint", function () {
    all(".past", list).forEach(function (past) { list.removeChild(past); });
    days.forEach(function (day) { list.insertBefore(day, none); });
  });
  addEventListener("afterprint", gather);
  addEventListener("hashchange", function () {
    var there = doc.getElementById(location.hash.slice(1)), past = there && there.closest(".past");
    if (past) { past.open = true; there.scrollIntoView(); }
  });

  show();
  window.campaignTime(function (now) {
    clock = now;
    gather();
    show();
    setInterval(show, 60000);
  });
})();
