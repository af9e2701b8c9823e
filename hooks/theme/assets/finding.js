/* What lists do on the device: say what is on now, find a booth, mind WeChat. */
(function () {
  "use strict";
  var doc = document, own = doc.querySelector("script[data-now]").dataset;

  function all(selector, within) { return [].slice.call((within || doc).querySelectorAll(selector)); }

  /* What was chosen stands in the address, so that it can be sent on; a page from a USB stick may not change it. */
  function asked(name) { return new URLSearchParams(location.search).get(name) || ""; }
  function told(fields) {
    var said = new URLSearchParams(location.search);
    fields.forEach(function (field) { if (field[1]) said.set(field[0], field[1]); else said.delete(field[0]); });
    var query = said.toString();
    try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { return; }
  }
  function say(output, shown, count) {
    output.textContent = (shown ? output.dataset.said : output.dataset.none).replace("{n}", shown).replace("{all}", count);
  }

  /* Find a booth: the plan dims what doesn't match, the list leaves it out. */
  all("[data-find]").forEach(function (input) {
    var plaza = doc.getElementById(input.dataset.find), output = input.parentNode.querySelector("output");
    function show() {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), found = {}, count = 0;
      all("[data-stand]", plaza).forEach(function (item) {
        var text = item.textContent.toLowerCase(), fits = words.every(function (word) { return text.indexOf(word) >= 0; });
        found[item.dataset.stand] = fits;
        count += fits ? 1 : 0;
        item.classList.toggle("is-dim", !fits);
      });
      all("[data-spot]", plaza).forEach(function (spot) {
        spot.classList.toggle("is-dim", !found[spot.dataset.spot]);
        spot.classList.toggle("is-found", words.length > 0 && !!found[spot.dataset.spot]);
      });
      all("section", plaza).forEach(function (part) {
        if (part.querySelector("[data-stand]") && !part.querySelector("section")) part.hidden = !part.querySelector("[data-stand]:not(.is-dim)");
      });
      if (words.length) all("details[data-fold]", plaza).forEach(function (fold) { fold.open = true; });
      if (words.length) say(output, count, count); else output.textContent = "";
    }
    input.value = asked("find");
    input.addEventListener("input", function () { show(); told([["find", input.value]]); });
    if (input.value) show();
  });

  /* Now, next, over: instants with their offset against the time, so the device's own zone plays no part. What has
     hours on each of several days names them one by one; what has days alone is never next: nobody knows its hour;
     nor is a later day of what goes on through the night. Of what an urgent notice is about nothing is said as long as
     the notice holds: nobody here knows what it says. */
  var DAY = 86400000, lasting = all("[data-starts][data-ends]:not([data-urgent])").map(function (node) {
    var said = node.dataset, times = (said.times || said.starts + "/" + said.ends).split(" ").map(function (time) {
      return time.split("/").map(Date.parse);
    });
    var urgent = (node.hasAttribute("data-live") ? node.parentNode : node).querySelector("[data-urgent]");
    var stated = node.hasAttribute("data-state") ? node : node.querySelector("[data-state]");
    return { node: node, urgent: urgent && urgent.dataset, starts: Date.parse(said.starts), ends: Date.parse(said.ends), times: times, begins: !("whole" in said || "carried" in said), goesOn: said.whole === "on", stated: stated, state: stated && stated.dataset.state, told: stated && stated.textContent, live: node.hasAttribute("data-live") ? node : null };
  }).filter(function (one) { return one.starts < one.ends; });

  function unsure(one, now) {
    return !!one.urgent && !(now < Date.parse(one.urgent.starts) || now >= Date.parse(one.urgent.ends));
  }
  function state(one, now, next) {
    if (unsure(one, now)) return "";
    if (now >= one.ends) return one.goesOn ? "" : "over";
    if (one.times.some(function (time) { return now >= time[0] && now < time[1]; })) return "now";
    return one.begins && next - now < 2 * DAY && one.times.some(function (time) { return time[0] === next; }) ? "next" : "";
  }
  function show(badge, look, words) {
    if (!badge) return;
    badge.className = look ? "mark mark-" + look : "mark";
    badge.textContent = words;
    badge.hidden = !words;
  }
  /* One badge: what is over says that alone; what isn't as planned says so while it is on, too. */
  function mark(one, name) {
    var changed = one.told && one.state !== "planned", both = changed && name && name !== "over";
    if (!one.live && name && !both) {
      one.live = doc.createElement("span");
      one.node.querySelector("time").appendChild(one.live);
    }
    if (one.stated !== one.live) show(name && !both ? one.stated : one.live, "", "");
    if (name && !both) show(one.live, "live mark-" + name, own[name]);
    else show(one.stated, both ? "live mark-" + name : one.state, both ? own[name] + " · " + one.told : one.told);
    (one.node === one.live ? one.node.closest(".page") : one.node).classList.toggle("is-over", name === "over");
  }
  function zone(now) {
    var parts = new Intl.DateTimeFormat(own.lang, { timeZone: own.zone, timeZoneName: "long" }).formatToParts(now);
    return parts.filter(function (part) { return part.type === "timeZoneName"; })[0].value;
  }
  function tell(now) {
    var starts = lasting.map(function (one) { return one.starts; }), coming = [];
    lasting.forEach(function (one) {
      if (one.begins && !unsure(one, now)) one.times.forEach(function (time) { if (time[0] > now) coming.push(time[0]); });
    });
    var next = coming.length ? Math.min.apply(null, coming) : NaN;
    lasting.forEach(function (one) { mark(one, state(one, now, next)); });
    all("[data-clock]").forEach(function (line) {
      var last = Math.max.apply(null, lasting.map(function (one) { return one.ends; }));
      if (now < Math.min.apply(null, starts) - 2 * DAY || now > last + 2 * DAY) { line.textContent = ""; return; }
      var how = { timeZone: own.zone, month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
      try { line.textContent = line.dataset.clock.replace("{time}", new Intl.DateTimeFormat(own.lang, how).format(now)).replace("{zone}", zone(now)); } catch (error) { return; }
    });
  }
  if (lasting.length) window.campaignTime(function (now) {
    tell(now());
    setInterval(function () { tell(now()); }, 60000);
  });

  /* WeChat blocks downloads: say how to open the page elsewhere instead of doing nothing. */
  if (/MicroMessenger/i.test(navigator.userAgent)) addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-download]");
    if (!link || !doc.querySelector("[data-wechat]")) return;
    event.preventDefault();
    /* The advice nearest to what was tapped; in a long list it comes to the tapped line itself. */
    var part = link, line = link.closest("li");
    while (part !== doc.body && !part.querySelector("[data-wechat]")) part = part.parentElement;
    all("[data-wechat]", part).forEach(function (hint) {
      if (line) line.appendChild(hint);
      hint.hidden = false;
      hint.setAttribute("role", "status");
      hint.scrollIntoView({ block: "nearest" });
    });
  });

  // Inside WeChat the page is shared with its first picture that has been loaded: fetched there once all else is, and
  // nowhere else.
  if (/MicroMessenger/i.test(navigator.userAgent)) addEventListener("load", function () {
    all("[data-share-card]").forEach(function (picture) { picture.loading = "eager"; });
  });

  /* Code to copy: selected by a tap, copied by its button; where the browser refuses, it says how by hand. */
  all("[data-copy]").forEach(function (box) {
    box.addEventListener("focus", function () { box.select(); });
  });
  function copied(text, box) {
    function itself() {
      box.focus();
      box.select();
      if (!doc.execCommand("copy")) throw new Error("refused");
    }
    var asked = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("none"));
    return asked.catch(itself);
  }
  all("[data-copy-text]").forEach(function (button) {
    var said = doc.getElementById(button.dataset.copyText), output = button.parentNode.querySelector("output");
    function byHand() { getSelection().selectAllChildren(said); output.textContent = output.dataset.byHand; }
    button.addEventListener("click", function () {
      if (!navigator.clipboard) return byHand();
      navigator.clipboard.writeText(said.textContent).then(function () { output.textContent = output.dataset.done; }, byHand);
    });
  });
  all("[data-copy-of]").forEach(function (button) {
    var part = button.closest(".embed"), box = part.querySelector("textarea"), output = part.querySelector("output");
    button.addEventListener("click", function () {
      copied(box.value, box).then(function () { output.textContent = output.dataset.done; }, function () {
        output.textContent = output.dataset.byHand;
      });
    });
  });
})();
