/* The home page's life: before, during or after, by the device's clock in the campaign's zone, put right by the server's
   where the page knows it. It runs before what follows it is painted, so that nothing jumps. Without it, and where the
   clock can't be right, the page says its dates and no more. */
(function () {
  "use strict";
  var doc = document, place = doc.querySelector("[data-life]"), told = "";
  var data = JSON.parse(doc.getElementById("lives").textContent), say = data.say;
  /* A clock farther from the first day than this says more of itself than of the campaign. */
  var FAR_DAYS = 150;

  function said(pattern, figures) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) { return figures[name]; });
  }
  function counted(name, number) {
    return said(say[name + (number === 1 ? "_one" : "_other")], { n: number });
  }
  function day(now) {
    return new Intl.DateTimeFormat("en-CA", { timeZone: data.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  }
  /* While an urgent notice is about something, nobody here knows whether it takes place. */
  function sure(item, now) {
    return !item.urgent || now < Date.parse(item.urgent[0]) || now >= Date.parse(item.urgent[1]);
  }
  function first(items, fits) {
    return items.filter(fits)[0];
  }
  /* The first two of a day to come: its headline, and the next by the same rule. */
  function coming(found, label, now) {
    var items = found ? found.items.filter(function (item) { return item.heads && sure(item, now); }) : [];
    return items.length ? { note: said(label, { day: found.name }), items: items.slice(0, 2).map(function (item) { return { item: item }; }) } : { items: [] };
  }
  function earliest(one, other) {
    return Date.parse(one.starts) - Date.parse(other.starts);
  }

  function before(now, today) {
    var days = Math.round((Date.parse(data.first) - Date.parse(today)) / 86400000), head = coming(data.days[0], say.first, now);
    if (days > FAR_DAYS) return null;
    head.head = days === 1 ? say.tomorrow : counted("to_go", days);
    head.links = data.links.before;
    return head;
  }

  /* Today's headline, and of the rest what starts next, or else what is on. */
  function shown(items, now) {
    function on(item) { return item.timed && Date.parse(item.starts) <= now; }
    var head = first(items, function (item) { return item.heads; });
    var rest = items.filter(function (item) { return item !== head && item.timed; }).sort(earliest);
    var near = first(rest, function (item) { return !on(item) && !item.carried; }) || first(rest, on);
    return [head && { item: head, label: on(head) ? say.now : say.lead, strong: true }, near && { item: near, label: on(near) ? say.now : say.next }].filter(Boolean);
  }
  function during(now, today) {
    var found = first(data.days, function (one) { return one.day === today; }), items = found ? found.items : [];
    var known = items.filter(function (item) { return sure(item, now); });
    function lasts(item) { return now < Date.parse(item.ends); }
    /* What began yesterday evening and isn't over yet belongs to yesterday, and is on. */
    var late = [].concat.apply([], data.days.filter(function (one) { return one.day < today; }).map(function (one) { return one.items; }));
    var live = known.concat(late.filter(function (item) { return sure(item, now); })).filter(lasts);
    var count = known.filter(function (item) { return item.event; }).length;
    var next = coming(first(data.days, function (one) { return one.day > today; }), say.next_day, now);
    /* What lasts the whole day doesn't keep a day open whose own hours are over. */
    function own(item) { return item.event || item.timed; }
    var urgent = known.length < items.length, quiet = !live.filter(known.some(own) ? own : Boolean).length && !urgent;
    var heads = { none: say.today_none, over: say.today_over, still: say.now, all: say.today_all };
    var state = found ? quiet && "over" : live.length ? "still" : "none";
    return {
      head: heads[state] || (count ? counted("today", count) : heads.all),
      note: quiet ? next.note : found && found.name,
      urgent: urgent && say.urgent,
      items: quiet ? next.items : shown(live, now),
      links: data.links.during.map(function (link, at) { return at || !found ? link : [link[0], found.href]; })
    };
  }

  function life(now) {
    var today = day(now);
    if (today < data.first) return before(now, today);
    if (now < Date.parse(data.ends)) return during(now, today);
    return { head: say.over, note: say.useful, items: [], links: data.links.after };
  }

  function element(name, className, text) {
    var made = doc.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function line(shown) {
    var item = shown.item, made = element("li", shown.strong ? "life-lead" : ""), title = element(item.href ? "a" : "span", "life-title", item.title);
    if (item.href) title.href = item.href;
    if (shown.label) made.appendChild(element("span", "life-label", shown.label));
    made.appendChild(title);
    made.appendChild(element("span", "life-facts", [item.when, item.where].filter(Boolean).join(" · ")));
    [item.mark, item.sample].filter(Boolean).forEach(function (mark) {
      made.lastChild.appendChild(doc.createTextNode(" "));
      made.lastChild.appendChild(element("span", "life-mark", mark));
    });
    return made;
  }
  function button(link, at) {
    var made = element("a", "button " + (at ? "button-line" : "button-light"), link[0]);
    made.href = link[1];
    return made;
  }
  function draw(view) {
    place.hidden = !view;
    place.textContent = "";
    if (!view) return;
    place.appendChild(element("p", "life-head", view.head));
    if (view.urgent) place.appendChild(element("p", "life-urgent", view.urgent));
    if (view.note) place.appendChild(element("p", "life-note", view.note));
    if (view.items.length) place.appendChild(element("ul", "life-items"));
    view.items.forEach(function (one) { place.lastChild.appendChild(line(one)); });
    place.appendChild(element("p", "hero-do"));
    view.links.forEach(function (link, at) { place.lastChild.appendChild(button(link, at)); });
  }
  function tell(now) {
    var view = null, state;
    try { view = life(now); } catch (error) { view = null; }
    state = JSON.stringify(view);
    if (state === told) return;
    told = state;
    draw(view);
  }

  var clock = Date.now;
  function again() { tell(clock()); }
  again();
  setInterval(again, 15000);
  doc.addEventListener("visibilitychange", again);
  addEventListener("pageshow", again);
  addEventListener("load", function () {
    if (window.campaignTime) window.campaignTime(function (now) {
      clock = now;
      again();
    });
  });
})();
