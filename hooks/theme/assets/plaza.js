/* The plaza: zones to zoom into, a booth's card over the plan, and the reader's own list with its way round. */
(function () {
  "use strict";
  var doc = document, KEY = "campaign-booths", LEAST = 44, SVG = "http://www.w3.org/2000/svg";
  var plan = doc.querySelector("[data-plan]"), list = doc.getElementById("mine"), narrow = matchMedia("(max-width:63.99rem)");

  function all(selector, within) { return [].slice.call((within || doc).querySelectorAll(selector)); }
  function make(name, look, text) {
    var made = doc.createElement(name);
    made.className = look || "";
    if (text) made.textContent = text;
    return made;
  }
  function stand(id) { return doc.getElementById("booth-" + id); }
  function part(id, look) { return stand(id).querySelector(look).textContent; }

  /* My list: ids of booths on this device, shown in the order of the walk; one that is gone from the plan is left out. */
  var mine = read(), kept = true;
  function read() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(found) ? found.map(String) : [];
    } catch (error) { return []; }
  }
  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify(mine)); } catch (error) { kept = false; }
  }
  function toggle(id) {
    mine = mine.indexOf(id) < 0 ? mine.concat(id) : mine.filter(function (one) { return one !== id; });
    keep();
    show();
  }
  function button(id, look) {
    var made = make("button", look);
    made.type = "button";
    made.dataset.mine = id;
    return made;
  }
  function show() {
    all("[data-mine]").forEach(function (one) {
      var words = (plan || one).dataset, chosen = mine.indexOf(one.dataset.mine) >= 0, says = chosen ? words.drop : words.add;
      one.classList.toggle("is-mine", chosen);
      if (one.classList.contains("mine-star")) one.setAttribute("aria-label", says + " " + part(one.dataset.mine, ".number"));
      else one.textContent = says;
    });
    if (list) showList();
  }
  function showList() {
    var way = mine.filter(stand).sort(function (one, other) { return stand(one).dataset.step - stand(other).dataset.step; });
    var rows = list.querySelector("ol"), note = list.querySelector("[data-unkept]");
    rows.textContent = "";
    all(".step", plan).forEach(function (one) { one.remove(); });
    way.forEach(function (id, index) {
      var row = make("li"), link = make("a", "", part(id, ".number") + " " + part(id, ".stand-name"));
      link.href = stand(id).querySelector("a").href;
      row.appendChild(make("b", "", String(index + 1)));
      row.appendChild(link);
      row.appendChild(star(id));
      rows.appendChild(row);
      all('a.stand[data-spot="' + id + '"]', plan).forEach(function (spot) { number(spot, index + 1); });
    });
    list.querySelector(".mine-none").hidden = way.length > 0;
    list.classList.toggle("is-empty", !way.length);
    list.querySelector("[data-mine-clear]").hidden = !way.length;
    if (!kept) note.textContent = note.dataset.unkept;
  }
  function star(id) {
    var made = button(id, "mine-star " + (mine.indexOf(id) < 0 ? "" : "is-mine"));
    made.setAttribute("aria-label", (mine.indexOf(id) < 0 ? plan.dataset.add : plan.dataset.drop) + " " + part(id, ".number"));
    return made;
  }
  function number(spot, step) {
    var plate = spot.querySelector("rect"), group = doc.createElementNS(SVG, "g");
    var x = +plate.getAttribute("x") + +plate.getAttribute("width") - 5, y = +plate.getAttribute("y") + 5;
    [["circle", { cx: x, cy: y, r: 10 }], ["text", { x: x, y: y, "font-size": step > 9 ? 12 : 15 }]].forEach(function (one) {
      var drawn = doc.createElementNS(SVG, one[0]);
      Object.keys(one[1]).forEach(function (name) { drawn.setAttribute(name, one[1][name]); });
      if (one[0] === "text") drawn.textContent = step;
      group.appendChild(drawn);
    });
    group.setAttribute("class", "step");
    spot.appendChild(group);
  }
  doc.addEventListener("click", function (event) {
    var chosen = event.target.closest("[data-mine]"), row = chosen && chosen.closest("#mine li");
    if (!chosen) return;
    toggle(chosen.dataset.mine);
    if (row) list.querySelector("h2").focus();
  });
  addEventListener("storage", function (event) {
    if (event.key === KEY) { mine = read(); show(); }
  });
  addEventListener("pageshow", function (event) {
    if (event.persisted) { mine = read(); show(); }
  });
  if (!plan) { show(); return; }

  list.querySelector("h2").tabIndex = -1;
  list.querySelector("[data-mine-clear]").addEventListener("click", function () {
    mine = [];
    keep();
    show();
    list.querySelector("h2").focus();
  });
  all(".zone-list li[data-stand]").forEach(function (item) { item.appendChild(star(item.dataset.stand)); });

  /* A zone fills the width; where its smallest booth would be too small for a finger, the drawing grows and scrolls. */
  var zone = "";
  function zoom(id) {
    zone = narrow.matches ? id : "";
    all("svg.ground", plan).forEach(function (svg) {
      var ground = zone && svg.querySelector('g[data-zone="' + zone + '"] rect');
      if (!svg.dataset.whole) svg.dataset.whole = svg.getAttribute("viewBox");
      svg.classList.toggle("is-zoomed", !!ground);
      svg.setAttribute("viewBox", ground ? frame(ground) : svg.dataset.whole);
      svg.style.width = ground ? grown(svg) : "";
    });
    all("[data-zoom]").forEach(function (one) { one.setAttribute("aria-pressed", String(one.dataset.zoom === zone)); });
    if (zone) all(".zone-list.z-" + zone + " details").forEach(function (list) { list.open = true; });
    plan.scrollLeft = 0;
  }
  function measures(rect) { return ["x", "y", "width", "height"].map(function (name) { return +rect.getAttribute(name); }); }
  function frame(ground) {
    var at = measures(ground);
    return [at[0] - 8, at[1] - 8, at[2] + 16, at[3] + 16].join(" ");
  }
  function grown(svg) {
    var sides = all('a.stand[data-zone="' + zone + '"] rect', svg).map(function (rect) { return Math.min.apply(null, measures(rect).slice(2)); });
    var across = +svg.getAttribute("viewBox").split(" ")[2], style = getComputedStyle(plan);
    var needed = sides.length ? Math.ceil(LEAST * across / Math.min.apply(null, sides)) : 0;
    return needed > plan.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) ? needed + "px" : "";
  }
  all("[data-zoom]").forEach(function (one) { one.addEventListener("click", function () { zoom(one.dataset.zoom); }); });
  addEventListener("resize", function () { zoom(zone); });

  /* The card: what the list says of the booth. Escape, the button, the ground beside it and the way back close it. */
  var card = make("dialog", "booth-card"), opener = null, pushed = false;
  card.setAttribute("aria-labelledby", "card-name");
  doc.getElementById("plaza").appendChild(card);
  function open(id, from) {
    var name = make("h2", "", part(id, ".number") + " " + part(id, ".stand-name")), more = make("a", "button", plan.dataset.more), shut = make("button", "card-close", "×");
    name.id = "card-name";
    name.tabIndex = -1;
    more.href = stand(id).querySelector("a").href;
    shut.type = "button";
    shut.setAttribute("aria-label", plan.dataset.close);
    shut.addEventListener("click", function () { card.close(); });
    card.textContent = "";
    card.className = "booth-card z-" + from.dataset.zone;
    [name, make("p", "small", stand(id).closest(".zone-list").querySelector(".zone-title").textContent), make("h3", "", plan.dataset.ask), make("p", "", part(id, ".stand-ask")), more, button(id, "mine-button"), shut].forEach(function (one) { card.appendChild(one); });
    show();
    opener = from;
    try { history.pushState({ card: id }, ""); pushed = true; } catch (error) { pushed = false; }
    card.showModal();
    name.focus();
  }
  card.addEventListener("click", function (event) { if (event.target === card) card.close(); });
  card.addEventListener("close", function () {
    if (pushed) { pushed = false; history.back(); }
    if (opener) opener.focus({ preventScroll: true });
  });
  addEventListener("popstate", function () {
    pushed = false;
    if (card.open) card.close();
  });

  plan.addEventListener("click", function (event) {
    var spot = event.target.closest("a.stand"), ground = event.target.closest("[data-zone]");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    /* On the whole plan a finger means the zone; a key on a booth means that booth (detail 0). */
    if (event.detail && narrow.matches && !zone && ground) {
      event.preventDefault();
      zoom(ground.dataset.zone);
    } else if (spot && card.showModal) {
      event.preventDefault();
      open(spot.dataset.spot, spot);
    }
  });

  /* Plan and list mark each other; the way from a booth's page marks its place. */
  function marks(id, look, on) {
    all('[data-spot="' + id + '"],[data-stand="' + id + '"]').forEach(function (one) { one.classList.toggle(look, on); });
  }
  function follow(begins, ends) {
    [[begins, true], [ends, false]].forEach(function (one) {
      doc.getElementById("plaza").addEventListener(one[0], function (event) {
        var at = event.target.closest("[data-spot],[data-stand]");
        if (at) marks(at.dataset.spot || at.dataset.stand, "is-marked", one[1]);
      });
    });
  }
  follow("mouseover", "mouseout");
  follow("focusin", "focusout");
  function arrive() {
    var item = /^#booth-/.test(location.hash) && doc.getElementById(location.hash.slice(1));
    all(".is-here").forEach(function (one) { one.classList.remove("is-here"); });
    if (!item) return;
    marks(item.dataset.stand, "is-here", true);
    zoom(plan.querySelector('a.stand[data-spot="' + item.dataset.stand + '"]').dataset.zone);
    /* The browser goes to the list's line by itself, after this; a phone shows the plan. */
    if (narrow.matches) setTimeout(function () { plan.scrollIntoView(); });
  }
  if (location.hash) addEventListener("load", arrive);
  addEventListener("hashchange", arrive);
  show();
  arrive();
})();
